import type { Markish } from '@observablehq/plot'
import { COLOURS } from './colours.ts'
import { words } from './words.ts'

/** Round times, written under where they stand. */
export function timeAxis(marks: readonly number[]): readonly Markish[] {
  return [
    words(marks, {
      ...{ x: (mark) => mark, text: markText, fill: COLOURS.soft, fontSize: 11 },
      ...{ frameAnchor: 'bottom', lineAnchor: 'top', dy: 6 },
    }),
  ]
}

/** `0.1 ms`, `20 ms`, `5 s` */
export function markText(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${milliseconds / 1000} s`
}
