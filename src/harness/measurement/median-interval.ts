import { binomialDistribution, numericSort } from 'simple-statistics'
import type { Interval } from './measurement.ts'

/** The least probability that the interval contains the median of what the values were drawn from. */
const CONFIDENCE = 0.9

/**
 * A confidence interval of the median, free of any assumption about the distribution: the k-th least and the k-th
 * greatest value, with the largest k whose confidence 1 - 2 P(B < k), B ~ Binomial(n, 1/2), is at least 90 %
 * (H. A. David, H. N. Nagaraja, Order Statistics, 3rd ed., 2003, section 7.1). Of five values it is the least and the
 * greatest, with 93.75 %; of fewer there is none. It supposes independent values: a machine that slows down for longer
 * than a round makes it narrower than it ought to be, unless each value compares what met the same slow moment.
 */
export function medianInterval(values: readonly number[]): Interval | undefined {
  const sorted = numericSort(values)
  const rank = rankAmong(sorted.length)
  const low = sorted[rank - 1]
  const high = sorted[sorted.length - rank]
  return low === undefined || high === undefined ? undefined : { low, high }
}

function rankAmong(count: number): number {
  let rank = 0
  let outside = 0
  // Of no values there is no distribution.
  for (const probability of binomialDistribution(count, 0.5) ?? []) {
    outside += 2 * probability
    if (outside > 1 - CONFIDENCE) break
    rank += 1
  }
  return rank
}
