import type { Unit } from '../measurement/measurement.ts'
import { formatBytes, formatCount, formatDuration, formatRate, formatRatio } from '../vocabulary/format.ts'

/** A value in its unit, for people; of a share, its count. */
export function valueText(unit: Unit, value: number): string {
  switch (unit) {
    case 'bytes':
      return formatBytes(value)
    case 'milliseconds':
      return formatDuration(value)
    case 'ratio':
      return `${formatRatio(value)} times`
    case 'growth':
      return formatRate(value)
    case 'faults':
      return value === 0 ? 'none' : `${formatCount(value)} ${value === 1 ? 'fault' : 'faults'}`
    default:
      return formatCount(value)
  }
}
