import type { Measurement, Unit } from '../measurement/measurement.ts'
import { formatBytes, formatCount, formatDuration, formatRate } from '../vocabulary/format.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import type { Judgement } from './judgement.ts'
import type { Tolerance } from './tolerance.ts'

/**
 * Holds a measurement against a tolerance. A measurement of nothing is vacuous, whatever its value:
 * zero faults among zero rows prove nothing.
 */
export function judge(measurement: Measurement, tolerance: Tolerance): Judgement {
  const outcome = outcomeOf(measurement, tolerance)
  const breached = outcome === 'breached'
  return {
    subject: measurement.subject,
    outcome,
    measured: measuredText(measurement),
    tolerance: toleranceText(measurement.unit, tolerance),
    population: measurement.population,
    witnesses: breached ? measurement.witnesses : [],
    witnessCount: breached ? measurement.witnessCount : 0,
    ...(measurement.usualCause === undefined ? {} : { usualCause: measurement.usualCause }),
  }
}

function outcomeOf(measurement: Measurement, { bound, limit }: Tolerance): Outcome {
  const { value, population } = measurement
  if (!Number.isFinite(value) || !Number.isFinite(limit)) {
    throw new RangeError(`${measurement.subject}: cannot hold ${value} against ${limit}`)
  }
  if (population <= 0) return 'vacuous'
  // A share is compared by counts: the rate of 95,474 in 96,097 is no exact number.
  const allowed = measurement.unit === 'share' && bound !== 'exactly' ? limit * population : limit
  const within = { 'at least': value >= allowed, 'at most': value <= allowed, exactly: value === allowed }
  return within[bound] ? 'held' : 'breached'
}

function measuredText({ unit, value, population }: Measurement): string {
  if (population <= 0) return 'nothing'
  if (unit === 'share')
    return `${formatRate(value / population)} (${formatCount(value)} of ${formatCount(population)})`
  return valueText(unit, value)
}

function toleranceText(unit: Unit, { bound, limit }: Tolerance): string {
  if (unit === 'faults' && limit === 0) return 'none'
  if (unit === 'share' && bound === 'exactly') return `exactly ${formatCount(limit)}`
  return `${bound} ${unit === 'share' ? formatRate(limit) : valueText(unit, limit)}`
}

function valueText(unit: Unit, value: number): string {
  switch (unit) {
    case 'bytes':
      return formatBytes(value)
    case 'milliseconds':
      return formatDuration(value)
    case 'ratio':
      return `${value.toFixed(2)} times`
    case 'growth':
      return formatRate(value)
    case 'faults':
      return value === 0 ? 'none' : `${formatCount(value)} ${value === 1 ? 'fault' : 'faults'}`
    default:
      return formatCount(value)
  }
}
