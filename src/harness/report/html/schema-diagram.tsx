import { type Entities, entityDiagram } from '../../chart/entity-diagram.tsx'
import { formatCount } from '../../vocabulary/format.ts'
import type { SchemaRecord } from '../../vocabulary/schema-record.ts'
import { schemaEntities } from '../schema-entities.ts'

export interface SchemaDiagramProps {
  /** Begins the ids of the drawing. */
  readonly id: string
  readonly title: string
  readonly schema: SchemaRecord
  /** What it is compared with, if with anything. */
  readonly other: SchemaRecord | undefined
  readonly only: 'new' | 'gone'
}

/** The tables of a schema and how they refer to each other. Wider than its place, it scrolls in a box of its own. */
export function SchemaDiagram({ id, title, schema, other, only }: SchemaDiagramProps) {
  const { left, ...entities } = schemaEntities(schema.catalog, other?.catalog, only)
  if (entities.entities.length === 0) return null
  const drawing = entityDiagram({ id, title, description: descriptionOf(entities) }, entities)
  return (
    <figure class="diagram">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached without a mouse. */}
      <section class="scroll" tabIndex={0} aria-label={`${title}, a diagram that can be scrolled`}>
        {/* The drawing escapes every name itself, and has neither styles nor scripts. */}
        <div dangerouslySetInnerHTML={{ __html: drawing }} />
      </section>
      <figcaption>
        {title}. PK is a part of the primary key, FK refers to another table. {MEANING[only]}
        {left === 0
          ? null
          : ` Not drawn: ${formatCount(left)} other tables, of which nothing is another than it was.`}
      </figcaption>
    </figure>
  )
}

const MEANING = {
  new: 'What is new is marked +, what is another than before ~.',
  gone: 'What is gone afterwards is struck through and marked −, what is another then ~.',
} as const

/** What those hear who do not see the diagram: the lines. The tables are in the diff, and in the record. */
function descriptionOf({ entities, references }: Entities): string {
  const tables = `${entities.length === 1 ? 'One table' : `${entities.length} tables`}: ${entities.map(({ name }) => name).join(', ')}.`
  if (references.length === 0) return `${tables} None refers to another.`
  const lines = references.map(({ from, to, action, standing }) => {
    const column = ({ entity, row }: { readonly entity: number; readonly row: number }) =>
      `${entities[entity]?.name}.${entities[entity]?.columns[row]?.name}`
    const word = standing === 'same' ? '' : ` (${standing})`
    return `${column(from)} refers to ${column(to)}, ${action}${word}`
  })
  return `${tables} ${lines.join('; ')}.`
}
