import type { RunRecord } from '../../verdict/run-record.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import type { TimingGroup } from '../timing-groups.ts'
import { timingText } from '../timing-text.ts'
import { SamplesStrip } from './samples-strip.tsx'
import { ScaleAxis } from './scale-axis.tsx'
import { timeScale } from './time-scale.ts'

export interface TimingTableProps {
  readonly id: string
  readonly group: TimingGroup
  readonly run: RunRecord
}

/** One timing: an operation a row, all of them on one scale. */
export function TimingTable({ id, group, run }: TimingTableProps) {
  const { scenario, subject, clock, rows } = group
  const scale = timeScale(rows.flatMap(({ operation }) => operation.milliseconds))
  const isSized = rows.some(({ operation }) => operation.rows !== undefined)
  return (
    <table class="timing">
      <caption>
        {scenario.gate === null ? null : <a href={`#${scenario.gate}`}>{scenario.gate}</a>} {subject}
        <span class="took">
          {' '}
          {scenario.name}
          {scenarioEngine(scenario, run)} ({clock})
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Operation</th>
          {isSized ? <Figures label="Rows" /> : null}
          <th scope="col">Samples</th>
          <Figures label="Median" />
          <Figures label="Against the first" />
          <Figures label="Best" />
          <Figures label="Worst" />
          <Figures label="Repetitions" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const text = timingText(row)
          return (
            <tr key={`${index} ${text.name}`}>
              <th scope="row">{text.name}</th>
              {isSized ? <Figure label="Rows" text={text.rows} /> : null}
              <td class="samples">
                <SamplesStrip id={`${id}-${index + 1}`} row={row} scale={scale} />
              </td>
              <Figure label="Median" text={text.median} />
              <Figure label="Against the first" text={text.against} />
              <Figure label="Best" text={text.best} />
              <Figure label="Worst" text={text.worst} />
              <Figure label="Repetitions" text={text.repetitions} />
            </tr>
          )
        })}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td colSpan={isSized ? 2 : 1} />
          <td class="samples">
            <ScaleAxis scale={scale} />
          </td>
          <td colSpan={5} />
        </tr>
      </tfoot>
    </table>
  )
}

function Figures({ label }: { readonly label: string }) {
  return (
    <th scope="col" class="number">
      {label}
    </th>
  )
}

function Figure({ label, text = '–' }: { readonly label: string; readonly text: string | undefined }) {
  return (
    <td data-label={label} class="number">
      {text}
    </td>
  )
}
