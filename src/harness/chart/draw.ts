import { type PlotOptions, plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { compact } from './compact.ts'

/** What a drawing is called, for people who do not see it, and by what its ids begin. */
export interface DrawingName {
  /** Unique in its page. */
  readonly id: string
  readonly title: string
  readonly description: string
}

/** Its width in the units of its view box, which are pixels where it is shown at full size. */
export interface DrawingSize {
  readonly width: number
}

const FONT_SIZE = 12

/**
 * A plot as the text of an SVG element: no style sheet, no style attributes and no scripts, so that a page may forbid
 * them all, and whatever comes from data is text. It scales with its place and says in words what it shows.
 */
export function draw({ id, title, description }: DrawingName, options: PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const drawing = plot({ ...options, document, axis: null, className: 'chart' })
  // The page brings its own; an image needs none.
  for (const element of Array.from(drawing.querySelectorAll('style'))) element.remove()
  drawing.setAttribute('font-size', String(FONT_SIZE))
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-labelledby', `${id}-title`)
  drawing.setAttribute('aria-describedby', `${id}-description`)
  compact(drawing)
  drawing.prepend(
    named(document, 'title', `${id}-title`, title),
    named(document, 'desc', `${id}-description`, description),
  )
  return drawing.outerHTML
}

function named(document: Document, kind: 'title' | 'desc', id: string, text: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', kind)
  element.setAttribute('id', id)
  element.textContent = text
  return element
}
