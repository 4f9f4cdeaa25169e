import type { JudgedFigures } from '../gate/judged-figures.ts'
import { valueText } from '../gate/value-text.ts'
import { formatRate } from '../vocabulary/format.ts'

/** A value of a run in its unit, for people. One of a share is a rate. */
export function figureText(unit: JudgedFigures['unit'], value: number): string {
  return unit === 'share' ? formatRate(value) : valueText(unit, value)
}
