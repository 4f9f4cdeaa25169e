import { distributionChart } from '../../src/harness/chart/distribution-chart.ts'
import { growthChart } from '../../src/harness/chart/growth-chart.ts'
import { standalone } from '../../src/harness/chart/standalone.ts'
import { timeLimits } from '../../src/harness/chart/time-limits.ts'
import type { Judgement } from '../../src/harness/gate/judgement.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import type { Attach } from '../../src/plan/evidence.ts'

/** Of a chart on Cucumber's own page, which shows an image as wide as it is. */
const WIDTH = 880

/** Shows a chart of each timing on Cucumber's own page, with the tolerance that it was held against. */
export function showCharts(
  attach: Attach,
  judgements: readonly Judgement[],
  timings: readonly Timing[],
): void {
  for (const chart of chartsOf(judgements, timings)) {
    const image = Buffer.from(standalone(chart)).toString('base64')
    attach(image, 'base64:image/svg+xml')
  }
}

function chartsOf(judgements: readonly Judgement[], timings: readonly Timing[]): readonly string[] {
  const sized = timings.filter(({ operations }) => operations.some(({ rows }) => rows !== undefined))
  const judged = sized.filter((timing) => timeLimits(timing, judgements).length > 0)
  return [
    ...timings
      .filter((timing) => !sized.includes(timing))
      .map((timing) =>
        distributionChart('timing', timing, { limits: timeLimits(timing, judgements), width: WIDTH }),
      ),
    ...(judged.length === 0 ? [] : [growthChart('growth', judged, { judgements, width: WIDTH })]),
  ]
}
