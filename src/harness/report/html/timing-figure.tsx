import { distributionChart } from '../../chart/distribution-chart.ts'
import { timeLimits } from '../../chart/time-limits.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import type { Timing } from '../../vocabulary/timing.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import type { TimingGroup } from '../timing-groups.ts'
import { Chart } from './chart.tsx'
import { TimingTable } from './timing-table.tsx'

export interface TimingFigureProps {
  readonly id: string
  readonly group: TimingGroup
  readonly run: RunRecord
}

/** One timing: its samples as a chart with the tolerance, and its figures. */
export function TimingFigure({ id, group, run }: TimingFigureProps) {
  const { scenario, clock } = group
  const timing = timingOf(group)
  const limits = timeLimits(timing, scenario.judgements)
  return (
    <figure class="timing">
      <figcaption>
        {scenario.gate === null ? null : <a href={`#${scenario.gate}`}>{scenario.gate}</a>} {scenario.name}
        {scenarioEngine(scenario, run)} <span class="took">{clock}</span>
        {[...new Set(limits.map(({ words }) => words))].map((words) => (
          <span key={words} class="took">
            {words}
          </span>
        ))}
      </figcaption>
      <Chart id={id} draw={(ofDrawing, width) => distributionChart(ofDrawing, timing, { limits, width })} />
      <TimingTable caption={`${group.subject}, ${scenario.name}`} rows={group.rows} />
    </figure>
  )
}

/** The timing that a group was made of. */
export function timingOf({ subject, clock, rows }: TimingGroup): Timing {
  return { subject, clock, operations: rows.map(({ operation }) => operation) }
}
