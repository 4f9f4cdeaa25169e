import { renderToString } from 'preact-render-to-string'
import type { DrawingName } from './draw.ts'
import { type EntityBox, layOutEntities } from './lay-out-entities.ts'
import type { Route } from './lay-out-graph.ts'

/** How something stands to what it is compared with. */
export type Standing = 'same' | 'new' | 'changed' | 'gone'

/** A sign for those who do not see the colour. */
export const SIGNS: Readonly<Record<Standing, string>> = { same: ' ', new: '+', changed: '~', gone: '−' }

export interface EntityColumn {
  readonly name: string
  readonly type: string
  readonly isKey: boolean
  readonly refers: boolean
  readonly standing: Standing
}

export interface Entity {
  readonly name: string
  readonly standing: Standing
  readonly columns: readonly EntityColumn[]
}

/** A foreign key between columns, by the places of their tables and of themselves. */
export interface EntityReference {
  readonly from: { readonly entity: number; readonly row: number }
  readonly to: { readonly entity: number; readonly row: number }
  /** What becomes of the row when its parent goes: `on delete CASCADE`. */
  readonly action: string
  readonly standing: Standing
}

export interface Entities {
  readonly entities: readonly Entity[]
  readonly references: readonly EntityReference[]
}

/** What a character takes at most, in pixels, in the font of the drawing; longer texts are cut. */
const CHARACTER = 7.3
const LONGEST = 40
const KEYS = 6
const PADDING = 10
const LABEL = 6.2
/** For lines that are thicker than nothing. */
const MARGIN = 2

/**
 * Tables with their columns, and lines from those that refer to others: the text of an SVG element, coloured by classes
 * alone. What is new, changed or gone has a sign before its name, too.
 */
export function entityDiagram(name: DrawingName, { entities, references }: Entities): string {
  const layout = layOutEntities(
    entities.map((entity) => ({ width: widthOf(entity), rows: entity.columns.length })),
    references.map((reference) => ({
      ...reference,
      label: { width: labelOf(reference).length * LABEL + 8, height: 16 },
    })),
  )
  const [width, height] = [layout.width, layout.height].map((side) => Math.ceil(side) + 2 * MARGIN)
  return renderToString(
    <svg
      class="entities"
      width={width}
      height={height}
      viewBox={`-${MARGIN} -${MARGIN} ${width} ${height}`}
      role="img"
      aria-labelledby={`${name.id}-title`}
      aria-describedby={`${name.id}-description`}
    >
      <title id={`${name.id}-title`}>{name.title}</title>
      <desc id={`${name.id}-description`}>{name.description}</desc>
      {references.map((reference, index) => (
        <Line key={`${index} ${reference.action}`} reference={reference} route={layout.routes[index]} />
      ))}
      {entities.map((entity, index) => (
        <Table key={`${index} ${entity.name}`} entity={entity} box={layout.boxes[index]} />
      ))}
    </svg>,
  )
}

function Table({ entity, box }: { readonly entity: Entity; readonly box: EntityBox | undefined }) {
  if (!box) return null
  const { x, y, width, height, heading, row } = box
  const typeAt = x + width - PADDING
  return (
    <g class={`entity ${entity.standing}`}>
      <rect class="sheet" x={x} y={y} width={width} height={height} rx="3" />
      <path class="rule" d={`M${x} ${y + heading}H${x + width}`} />
      <text class="name" x={x + PADDING} y={y + heading - 9}>
        {SIGNS[entity.standing]} {cut(entity.name)}
      </text>
      {entity.columns.map((column, index) => {
        const baseline = y + heading + row * (index + 1) - 6
        return (
          <g key={`${index} ${column.name}`} class={`column ${column.standing}`}>
            <text x={x + PADDING} y={baseline}>
              {SIGNS[column.standing]}
            </text>
            <text class="key" x={x + PADDING + 2 * CHARACTER} y={baseline}>
              {keyOf(column)}
            </text>
            <text class="name" x={x + PADDING + (2 + KEYS) * CHARACTER} y={baseline}>
              {cut(column.name)}
            </text>
            <text class="type" x={typeAt} y={baseline} text-anchor="end">
              {cut(column.type)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Line({
  reference,
  route,
}: {
  readonly reference: EntityReference
  readonly route: Route | undefined
}) {
  const [start, ...rest] = route?.points ?? []
  const end = rest.at(-1)
  if (!route || !start || !end) return null
  // It arrives from the left, but for a table that refers to itself.
  const back = reference.from.entity === reference.to.entity ? 8 : -8
  return (
    <g class={`reference ${reference.standing}`}>
      <path class="way" d={`M${start.x} ${start.y}C${rest.map(({ x, y }) => `${x} ${y}`).join(' ')}`} />
      <path class="head" d={`M${end.x} ${end.y}l${back} -4v8z`} />
      <text x={route.label.x} y={route.label.y + 4} text-anchor="middle">
        {labelOf(reference)}
      </text>
    </g>
  )
}

function labelOf({ standing, action }: EntityReference): string {
  return `${SIGNS[standing]} ${action}`.trim()
}

function keyOf({ isKey, refers }: EntityColumn): string {
  return [isKey ? 'PK' : '', refers ? 'FK' : ''].filter(Boolean).join(' ')
}

function widthOf({ name, columns }: Entity): number {
  const lines = columns.map((column) => KEYS + cut(column.name).length + 2 + cut(column.type).length)
  return Math.ceil((2 + Math.max(cut(name).length, 12, ...lines)) * CHARACTER) + 2 * PADDING
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
