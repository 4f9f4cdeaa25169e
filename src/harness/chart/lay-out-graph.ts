import { instance } from '@viz-js/viz'
import { z } from 'zod'

/** From one row to another: places in the list of boxes, rows from 0. */
export interface ReferenceEnds {
  readonly from: { readonly entity: number; readonly row: number }
  readonly to: { readonly entity: number; readonly row: number }
  /** What its label takes, in pixels. */
  readonly label: { readonly width: number; readonly height: number }
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** The points of a Bézier curve, the first and every third on it, and the middle of its label. */
export interface Route {
  readonly points: readonly Point[]
  readonly label: Point
}

/** A box of a heading and rows, all of one height. */
export interface GraphNode {
  readonly id: number
  readonly width: number
  readonly heading: number
  readonly row: number
  readonly rows: number
}

export interface GraphLayout {
  readonly width: number
  readonly height: number
  /** The upper left corner of every node. */
  readonly places: readonly (readonly [id: number, place: Point])[]
  /** In the order of the references. */
  readonly routes: readonly Route[]
}

/** Graphviz is compiled once, before anything is drawn: so a page is still written without waiting. */
const graphviz = await instance()

/** What is read of Graphviz' answer: points, counted from below. A graph without edges, or nodes, has no such list. */
const answerSchema = z.object({
  bb: z.string(),
  objects: z.array(z.object({ name: z.string(), pos: z.string() })).default([]),
  edges: z.array(z.object({ id: z.string(), pos: z.string(), lp: z.string() })).default([]),
})

/**
 * Places of boxes and ways between their rows, from left to right. Graphviz gets numbers only: no name can be mistaken
 * for its language, and every size is ours and not that of a font that it knows.
 */
export function layOutGraph(nodes: readonly GraphNode[], references: readonly ReferenceEnds[]): GraphLayout {
  if (nodes.length === 0) return { width: 0, height: 0, places: [], routes: [] }
  const answer = answerSchema.parse(
    JSON.parse(
      graphviz.renderString(
        {
          graphAttributes: { rankdir: 'LR', nodesep: 0.4, ranksep: 0.5, margin: 0, pad: 0 },
          nodeAttributes: { shape: 'plain' },
          edgeAttributes: { arrowhead: 'none' },
          nodes: nodes.map((node) => ({
            name: `n${node.id}`,
            attributes: { label: { html: tableOf(node) } },
          })),
          edges: references.map(edgeOf),
        },
        { format: 'json' },
      ),
    ),
  )
  const [, , width = 0, height = 0] = numbersIn(answer.bb)
  const place = ([x = 0, y = 0]: readonly number[]): Point => ({ x: rounded(x), y: rounded(height - y) })
  const middles = new Map(answer.objects.map(({ name, pos }) => [name, place(numbersIn(pos))]))
  const drawn = new Map(answer.edges.map((edge) => [edge.id, edge]))
  return {
    width: rounded(width),
    height: rounded(height),
    places: nodes.map((node) => [node.id, cornerOf(node, middles.get(`n${node.id}`))]),
    routes: references.map((_, index) => {
      const { pos = '', lp = '' } = drawn.get(`e${index}`) ?? {}
      return {
        points: pos.split(' ').map((point) => place(numbersIn(point))),
        label: place(numbersIn(lp)),
      }
    }),
  }
}

function edgeOf({ from, to, label }: ReferenceEnds, index: number) {
  return {
    tail: `n${from.entity}`,
    head: `n${to.entity}`,
    attributes: {
      id: `e${index}`,
      tailport: `r${from.row}:e`,
      // A table that refers to itself would be crossed from one side to the other.
      headport: `r${to.row}:${from.entity === to.entity ? 'e' : 'w'}`,
      label: { html: `<TABLE BORDER="0" CELLSPACING="0">${cell(label)}</TABLE>` },
    },
  }
}

function tableOf({ width, heading, row, rows }: GraphNode): string {
  const lines = Array.from({ length: rows }, (_, index) => cell({ width, height: row }, `PORT="r${index}"`))
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">${cell({ width, height: heading })}${lines.join('')}</TABLE>`
}

function cell({ width, height }: { readonly width: number; readonly height: number }, port = ''): string {
  return `<TR><TD ${port} FIXEDSIZE="TRUE" WIDTH="${Math.ceil(width)}" HEIGHT="${Math.ceil(height)}"></TD></TR>`
}

function cornerOf({ width, heading, row, rows }: GraphNode, middle: Point = { x: 0, y: 0 }): Point {
  return { x: rounded(middle.x - width / 2), y: rounded(middle.y - (heading + row * rows) / 2) }
}

function numbersIn(text: string): readonly number[] {
  return text.split(',').map(Number)
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
