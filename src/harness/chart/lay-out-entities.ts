import { layOutGraph, type Point, type ReferenceEnds, type Route } from './lay-out-graph.ts'

/** How large a table's box has to be: its width in pixels and its rows below the heading. */
export interface EntitySize {
  readonly width: number
  readonly rows: number
}

/** A box with the heights of its heading and of each row. Pixels from the left and from above. */
export interface EntityBox extends Point {
  readonly width: number
  readonly height: number
  readonly heading: number
  readonly row: number
}

export interface EntityLayout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly EntityBox[]
  readonly routes: readonly Route[]
}

const HEADING = 28
const ROW = 20
const GAP = 24
/** What stands by itself fills lines of this width, or of the width of what hangs together. */
const LINE = 1060

/** Places for tables: those that refer to each other as Graphviz sees fit, the others in lines below. */
export function layOutEntities(
  entities: readonly EntitySize[],
  references: readonly ReferenceEnds[],
): EntityLayout {
  const joined = new Set(references.flatMap(({ from, to }) => [from.entity, to.entity]))
  const graph = layOutGraph(
    [...joined].toSorted((one, other) => one - other).map((id) => ({ id, ...nodeOf(entities[id]) })),
    references,
  )
  const boxes = new Map<number, Point>(graph.places)
  const alone = entities.map((size, id) => ({ id, size })).filter(({ id }) => !joined.has(id))
  let line = { x: 0, y: graph.height === 0 ? 0 : graph.height + GAP, height: 0 }
  for (const { id, size } of alone) {
    if (line.x > 0 && line.x + size.width > Math.max(LINE, graph.width)) {
      line = { x: 0, y: line.y + line.height + GAP, height: 0 }
    }
    boxes.set(id, { x: line.x, y: line.y })
    line = { ...line, x: line.x + size.width + GAP, height: Math.max(line.height, heightOf(size)) }
  }
  const placed = entities.map((size, id) => box(size, boxes.get(id) ?? { x: 0, y: 0 }))
  return {
    width: Math.max(graph.width, ...placed.map(({ x, width }) => x + width)),
    height: Math.max(graph.height, ...placed.map(({ y, height }) => y + height)),
    boxes: placed,
    routes: graph.routes,
  }
}

function box(size: EntitySize, { x, y }: Point): EntityBox {
  return { x, y, width: size.width, height: heightOf(size), heading: HEADING, row: ROW }
}

function nodeOf(size: EntitySize = { width: 0, rows: 0 }) {
  return { width: size.width, heading: HEADING, row: ROW, rows: size.rows }
}

function heightOf({ rows }: EntitySize): number {
  return HEADING + rows * ROW
}
