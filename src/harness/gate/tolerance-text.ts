import type { Unit } from '../measurement/measurement.ts'
import { formatCount, formatRate } from '../vocabulary/format.ts'
import type { Tolerance } from './tolerance.ts'
import { valueText } from './value-text.ts'

/** A tolerance in the words of the plan: `at least 99.3 %`, `exactly 95,474`, `none`. */
export function toleranceText(unit: Unit, { bound, limit }: Tolerance): string {
  if (unit === 'faults' && limit === 0) return 'none'
  if (unit === 'share' && bound === 'exactly') return `exactly ${formatCount(limit)}`
  return `${bound} ${unit === 'share' ? formatRate(limit) : valueText(unit, limit)}`
}
