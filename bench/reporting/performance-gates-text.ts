import { timingFigures } from '../../src/harness/measurement/timing-figures.ts'
import { formatDuration } from '../../src/harness/vocabulary/format.ts'
import type { PerformanceGatesMeasured } from '../measuring/measure-performance-gates.ts'

/** What the performance gates take by themselves, in a sentence. */
export function performanceGatesText(measured: PerformanceGatesMeasured | null): string {
  if (measured === null)
    return 'The performance gates: skipped, because the plan has none (features/performance).'
  const { median, best, worst } = timingFigures(measured.milliseconds)
  const [middle, least, most] = [median, best, worst].map(formatDuration)
  return `The performance gates by themselves: ${middle} [${least} – ${most}]; stated, not required. Run of: ${measured.command}`
}
