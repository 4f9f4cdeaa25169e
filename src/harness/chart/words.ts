import { type Markish, type TextOptions, text } from '@observablehq/plot'

/** The mean width of a letter in the sizes of charts, in pixels; a little too much, so that words end in time. */
const LETTER = 6.8

/** What Plot takes of a text, with functions that know what they are given. */
export interface WordsOptions<Datum>
  extends Omit<TextOptions, 'text' | 'fill' | 'x' | 'y' | 'fx' | 'fy' | 'stroke' | 'strokeWidth'> {
  readonly text: (datum: Datum) => string
  readonly fill: string | ((datum: Datum) => string)
  readonly x?: string | ((datum: Datum) => number)
  readonly y?: string | ((datum: Datum) => number)
  readonly fx?: string
  readonly fy?: string
}

/** Words on a chart, readable over what they stand on. */
export function words<Datum>(data: readonly Datum[], options: WordsOptions<Datum>): Markish {
  const readable = { ...options, stroke: 'var(--paper, #fbfaf7)', strokeWidth: 4 }
  return text([...data], readable as TextOptions)
}

/** A text that fits into so many pixels, cut with an ellipsis where it does not. */
export function fitting(text: string, width: number): string {
  const most = Math.max(4, Math.floor(width / LETTER))
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}

/** About how wide a text is. */
export function widthOf(text: string): number {
  return [...text].length * LETTER
}
