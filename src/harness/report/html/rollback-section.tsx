import type { GateResult } from '../../verdict/decision.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { formatCount } from '../../vocabulary/format.ts'
import { outcomeWord } from '../outcome-word.ts'
import { type Comparison, type FingerprintCell, type Rollback, rollbacks } from '../rollbacks.ts'
import { scenarioEngine } from '../scenario-engine.ts'

export interface RollbackSectionProps {
  readonly run: RunRecord
  readonly gates: readonly GateResult[]
}

/** What a rollback gave back, side by side with what was there. Facts: whether it may differ, a gate says. */
export function RollbackSection({ run, gates }: RollbackSectionProps) {
  const all = rollbacks(run)
  if (all.length === 0) return null
  const isCounted = all.some(({ lines }) =>
    lines.some(({ cells }) => cells.some((cell) => cell?.hash === null)),
  )
  return (
    <section aria-labelledby="rollback">
      <h2 id="rollback">Rolled back</h2>
      <p class="aside">
        What was there before the migrations, after them, taken back, and applied again. A hash speaks for all
        of a schema, or for every value of every row of a table, in order: the same hash, the same rows. Only
        its first twelve characters are shown.
        {isCounted ? ' Where there is no hash the rows were counted; the gate compares their values.' : ''}
      </p>
      {all.map((rollback) => (
        <RollbackTable
          key={`${rollback.scenario.engine} ${rollback.scenario.uri}:${rollback.scenario.line}`}
          rollback={rollback}
          run={run}
          gate={gates.find(({ code }) => code === rollback.scenario.gate)}
        />
      ))}
    </section>
  )
}

const HEADS = { before: 'Before', after: 'After', back: 'Taken back', again: 'Applied again' } as const

interface RollbackTableProps {
  readonly rollback: Rollback
  readonly run: RunRecord
  readonly gate: GateResult | undefined
}

function RollbackTable({ rollback, run, gate }: RollbackTableProps) {
  const { scenario, moments, lines } = rollback
  const differing = lines
    .flatMap(({ back, again }) => [back, again])
    .filter((each) => each?.isEqual === false)
  const compared = { back: lines.some(({ back }) => back), again: lines.some(({ again }) => again) }
  return (
    <>
      <table class="rollback stacked">
        <caption>
          {scenario.gate === null ? null : <a href={`#${scenario.gate}`}>{scenario.gate}</a>} {scenario.name}
          {scenarioEngine(scenario, run)}
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {moments.map(({ moment, at }) => (
              <th key={moment} scope="col">
                {HEADS[moment]} <span class="at">{at}</span>
              </th>
            ))}
            {compared.back ? <th scope="col">Taken back, against before</th> : null}
            {compared.again ? <th scope="col">Again, against after</th> : null}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, cells, back, again }, index) => (
            <tr key={name}>
              <th scope="row">{index === 0 ? 'Schema' : <code>{name}</code>}</th>
              {moments.map(({ moment }, place) => (
                <Cell key={moment} label={HEADS[moment]} cell={cells[place] ?? null} />
              ))}
              {compared.back ? <Compared label="Against before" comparison={back} /> : null}
              {compared.again ? <Compared label="Against after" comparison={again} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="source">
        {gate === undefined ? null : (
          <>
            Judged by <a href={`#${gate.code}`}>{gate.code}</a>: {outcomeWord(gate)}.{' '}
          </>
        )}
        {differing.length === 0
          ? 'Nothing differs.'
          : 'What may differ, and why, the plan says with the scenario:'}{' '}
        {differing.length === 0 ? null : (
          <code>
            {scenario.uri}:{scenario.line}
          </code>
        )}
      </p>
    </>
  )
}

const SHOWN = 12

function Cell({ label, cell }: { readonly label: string; readonly cell: FingerprintCell | null }) {
  if (cell === null) {
    return (
      <td data-label={label} class="not-there">
        not there
      </td>
    )
  }
  const { rows, hash } = cell
  return (
    <td data-label={label}>
      {rows === null ? null : (
        <span class="rows">{`${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'} `}</span>
      )}
      {hash === null ? null : <code title={hash}>{hash.slice(0, SHOWN)}</code>}
    </td>
  )
}

function Compared({
  label,
  comparison,
}: {
  readonly label: string
  readonly comparison: Comparison | undefined
}) {
  if (comparison === undefined) return <td data-label={label}>–</td>
  const { isEqual, text } = comparison
  return (
    <td data-label={label} class={isEqual ? 'equal' : 'differs'}>
      <span aria-hidden="true">{isEqual ? '=' : '≠'}</span> {text}
    </td>
  )
}
