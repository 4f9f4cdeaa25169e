import { formatCount, formatDuration } from '../../vocabulary/format.ts'
import type { LockRecord, MigrationStep, StatementRecord } from '../../vocabulary/migration-step.ts'
import { lockText, longestLocks, worstLocks } from '../step-cost.ts'

const LONGEST = 240

/** What a migration spent its time on: its slowest statements, and the tables that it kept others from. */
export function StepDetails({ step }: { readonly step: MigrationStep }) {
  const locks = longestLocks(step)
  return (
    <details>
      <summary>{summaryOf(step)}</summary>
      {step.slowest.length === 0 ? null : <Statements statements={step.slowest} name={step.migration} />}
      {locks.length === 0 ? null : <Locks locks={locks} name={step.migration} />}
    </details>
  )
}

/** What a release manager asks first stands there before anything is unfolded. */
function summaryOf(step: MigrationStep): string {
  const count = step.slowest.length
  const slowest = count === 1 ? 'the slowest statement' : `the ${count} slowest statements`
  const text = [...worstLocks(step).map(lockText), ...(count === 0 ? [] : [slowest])].join('; ')
  return text.replace(/^the/, 'The')
}

function Statements({
  statements,
  name,
}: {
  readonly statements: readonly StatementRecord[]
  readonly name: string
}) {
  return (
    <table>
      <caption class="unseen">The slowest statements of {name}</caption>
      <thead>
        <tr>
          <th scope="col">Slowest statements</th>
          <th scope="col" class="number">
            Calls
          </th>
          <th scope="col" class="number">
            Time
          </th>
          <th scope="col" class="number">
            Rows
          </th>
        </tr>
      </thead>
      <tbody>
        {statements.map(({ sql, calls, milliseconds, rows }, index) => (
          <tr key={`${index} ${sql}`}>
            <td>
              <code>{sql.length > LONGEST ? `${sql.slice(0, LONGEST)}…` : sql}</code>
            </td>
            <td data-label="Calls" class="number">
              {formatCount(calls)}
            </td>
            <td data-label="Time" class="number">
              {formatDuration(milliseconds)}
            </td>
            <td data-label="Rows" class="number">
              {rows === null ? '–' : formatCount(rows)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Locks({ locks, name }: { readonly locks: readonly LockRecord[]; readonly name: string }) {
  return (
    <table>
      <caption class="unseen">The tables that {name} closed to others</caption>
      <thead>
        <tr>
          <th scope="col">Locked table</th>
          <th scope="col">Closed to</th>
          <th scope="col">Lock</th>
          <th scope="col" class="number">
            For
          </th>
          <th scope="col" class="number">
            Waited
          </th>
        </tr>
      </thead>
      <tbody>
        {locks.map(({ table, closes, mode, milliseconds, waiting }) => (
          <tr key={`${table} ${mode} ${closes}`}>
            <td>
              <code>{table}</code>
            </td>
            <td data-label="Closed to">{closes}</td>
            <td data-label="Lock">{mode}</td>
            <td data-label="For" class="number">
              {formatDuration(milliseconds)}
            </td>
            <td data-label="Waited" class="number">
              {formatCount(waiting)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
