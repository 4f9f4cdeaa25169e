import { max, median, min } from 'simple-statistics'
import { formatDuration } from '../../src/harness/vocabulary/format.ts'

/** The median of several times in milliseconds, in brackets the least and the most. */
export function spreadText(milliseconds: readonly number[]): string {
  const samples = [...milliseconds]
  const [middle, least, most] = [median(samples), min(samples), max(samples)].map(formatDuration)
  return `${middle} [${least} – ${most}]`
}
