import type { GateResult } from '../../verdict/decision.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { formatCount } from '../../vocabulary/format.ts'
import { gateMargin } from '../gate-margin.ts'
import { type OutcomeColumn, outcomeColumns } from '../outcome-columns.ts'
import { outcomeWord } from '../outcome-word.ts'
import { OutcomeMark } from './outcome-mark.tsx'

/** All gates, one a row, each linked to its own section. */
export function GatesTable({
  gates,
  run,
}: {
  readonly gates: readonly GateResult[]
  readonly run: RunRecord
}) {
  const columns = outcomeColumns(run)
  if (gates.length === 0) {
    return (
      <section aria-labelledby="gates">
        <h2 id="gates">Gates</h2>
        <p>There are none.</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="gates">
      <h2 id="gates">Gates</h2>
      <table class="gates stacked">
        <caption>
          Every gate of the plan{run.notApplicable.length === 0 ? '' : ' that applies'}. A row counts towards
          the population once for each judgement that looked at it. The margin is how far the tightest value
          is from its limit.
        </caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">What must hold</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">Measured</th>
            <th scope="col">Tolerance</th>
            <th scope="col">Margin</th>
            <th scope="col" class="number">
              Population
            </th>
          </tr>
        </thead>
        <tbody>
          {gates.map((gate) => (
            <GateRow
              key={`${gate.code} ${gate.line}`}
              gate={gate}
              columns={columns}
              environment={run.configured}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface GateRowProps {
  readonly gate: GateResult
  readonly columns: readonly OutcomeColumn[]
  readonly environment: string | null
}

function GateRow({ gate, columns, environment }: GateRowProps) {
  const word = outcomeWord(gate)
  const margin = gateMargin(gate)
  return (
    <tr class={word.replace(' ', '-')}>
      <th scope="row">{gate.selected ? <a href={`#${gate.code}`}>{gate.code}</a> : gate.code}</th>
      <td class="title">{gate.title}</td>
      {columns.map((column) => (
        <OutcomeCell key={column.head} gate={gate} column={column} isAlone={columns.length === 1} />
      ))}
      <td data-label="Measured" class="measured">
        {gate.measured}
      </td>
      <td data-label="Tolerance" class="tolerance">
        {gate.tolerance || '–'}{' '}
        {gate.toleranceFrom === undefined ? null : <span class="origin">of {environment}</span>}
      </td>
      <td data-label="Margin" class={margin === undefined ? 'margin absent' : 'margin'}>
        {margin?.text ?? '–'}
      </td>
      <td data-label="Population" class="number">
        {formatCount(gate.population)}
      </td>
    </tr>
  )
}

interface OutcomeCellProps {
  readonly gate: GateResult
  readonly column: OutcomeColumn
  readonly isAlone: boolean
}

/** On a narrow window the head is gone: then a cell says which engine it speaks of. */
function OutcomeCell({ gate, column, isAlone }: OutcomeCellProps) {
  const word = column.outcomeOf(gate)
  return (
    <td class="outcome" {...(isAlone ? {} : { 'data-label': column.head })}>
      {word === undefined ? '–' : <OutcomeMark word={word} />}
    </td>
  )
}
