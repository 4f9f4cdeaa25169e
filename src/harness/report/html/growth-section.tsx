import { growthChart } from '../../chart/growth-chart.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { type GrowthGroup, growthGroups } from '../growth-groups.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import type { TimingGroup } from '../timing-groups.ts'
import { Chart } from './chart.tsx'
import { timingOf } from './timing-figure.tsx'
import { TimingTable } from './timing-table.tsx'

/** How time grows with the rows, over databases of several sizes. */
export function GrowthSection({ run }: { readonly run: RunRecord }) {
  const groups = growthGroups(run)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="growth">
      <h2 id="growth">Growth</h2>
      <p class="aside">
        The median time over the rows of the database, both on logarithmic scales; a thin line goes from the
        best to the worst sample. The broken line is the most that is allowed, from where it is counted.
      </p>
      {groups.map((group, index) => (
        <Growth key={group.scenario.line} id={`growth-${index + 1}`} group={group} run={run} />
      ))}
    </section>
  )
}

interface GrowthProps {
  readonly id: string
  readonly group: GrowthGroup
  readonly run: RunRecord
}

function Growth({ id, group: { scenario, repeated, once }, run }: GrowthProps) {
  return (
    <figure class="timing">
      <figcaption>
        {scenario.gate === null ? null : <a href={`#${scenario.gate}`}>{scenario.gate}</a>} {scenario.name}
        {scenarioEngine(scenario, run)}
      </figcaption>
      {[repeated, once]
        .filter((timings) => timings.length > 0)
        .map((timings, index) => (
          <Chart
            key={timings[0]?.subject}
            id={`${id}-${index + 1}`}
            draw={(ofDrawing, width) =>
              growthChart(ofDrawing, timings.map(timingOf), { judgements: scenario.judgements, width })
            }
          />
        ))}
      <details>
        <summary>The figures</summary>
        {[...repeated, ...once].map((timing) => (
          <Figures key={timing.subject} timing={timing} />
        ))}
      </details>
    </figure>
  )
}

function Figures({ timing }: { readonly timing: TimingGroup }) {
  return (
    <>
      <h3>{timing.subject}</h3>
      <TimingTable caption={timing.subject} rows={timing.rows} />
    </>
  )
}
