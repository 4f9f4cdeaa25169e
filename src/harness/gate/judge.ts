import type { Interval, Measurement, Unit } from '../measurement/measurement.ts'
import { formatCount, formatRate, formatRatio } from '../vocabulary/format.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import type { Judgement } from './judgement.ts'
import type { Tolerance } from './tolerance.ts'
import { toleranceText } from './tolerance-text.ts'
import { valueText } from './value-text.ts'

/**
 * Holds a measurement against a tolerance. A measurement of nothing is vacuous, whatever its value: zero faults among
 * zero rows prove nothing. One with an interval holds when all of the interval is allowed, is breached when nothing of
 * it is, and is vacuous in between: there its value is on the right side, or the wrong one, by chance.
 * @throws RangeError for a value, a limit or an interval that cannot be compared.
 */
export function judge(measurement: Measurement, tolerance: Tolerance): Judgement {
  const outcome = outcomeOf(measurement, tolerance)
  const breached = outcome === 'breached'
  return {
    subject: measurement.subject,
    outcome,
    measured: measuredText(measurement),
    tolerance: toleranceText(measurement.unit, tolerance),
    ...figuresOf(measurement, tolerance),
    population: measurement.population,
    witnesses: breached ? measurement.witnesses : [],
    witnessCount: breached ? measurement.witnessCount : 0,
    ...(measurement.usualCause === undefined ? {} : { usualCause: measurement.usualCause }),
  }
}

function figuresOf(
  { unit, value, interval, population }: Measurement,
  { bound, limit }: Tolerance,
): Pick<Judgement, 'figures'> {
  if (population <= 0) return {}
  return { figures: { unit, value, ...(interval === undefined ? {} : { interval }), bound, limit } }
}

function outcomeOf(measurement: Measurement, { bound, limit }: Tolerance): Outcome {
  const { subject, unit, value, population } = measurement
  const { low, high } = measurement.interval ?? { low: value, high: value }
  if (![value, limit, low, high].every(Number.isFinite)) {
    throw new RangeError(`${subject}: cannot hold ${value} [${low} – ${high}] against ${limit}`)
  }
  if (low > value || value > high) throw new RangeError(`${subject}: ${value} is not in [${low} – ${high}]`)
  if (population <= 0) return 'vacuous'
  // A share is compared by counts: the rate of 95,474 in 96,097 is no exact number.
  const allowed = unit === 'share' && bound !== 'exactly' ? limit * population : limit
  return {
    'at least': () => outcomeFor(low >= allowed, high < allowed),
    'at most': () => outcomeFor(high <= allowed, low > allowed),
    // An interval around the limit has both ends beside it, and may mean the limit all the same.
    exactly: () => outcomeFor(low === allowed && high === allowed, high < allowed || low > allowed),
  }[bound]()
}

function outcomeFor(allWithin: boolean, noneWithin: boolean): Outcome {
  if (allWithin) return 'held'
  return noneWithin ? 'breached' : 'vacuous'
}

function measuredText({ unit, value, interval, population }: Measurement): string {
  if (population <= 0) return 'nothing'
  const text =
    unit === 'share'
      ? `${formatRate(value / population)} (${formatCount(value)} of ${formatCount(population)})`
      : valueText(unit, value)
  return interval === undefined ? text : `${text} ${intervalText(unit, interval, population)}`
}

function intervalText(unit: Unit, { low, high }: Interval, population: number): string {
  const end = (value: number) => {
    if (unit === 'ratio') return formatRatio(value)
    return unit === 'share' ? formatRate(value / population) : valueText(unit, value)
  }
  return `[${end(low)} – ${end(high)}]`
}
