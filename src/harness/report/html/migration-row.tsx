import { formatBytes, formatCount, formatDuration } from '../../vocabulary/format.ts'
import type { MigrationStep, StatementRecord } from '../../vocabulary/migration-step.ts'
import { longestLocks, statementCost } from '../step-cost.ts'
import { StepDetails } from './step-details.tsx'

/** Of the table of a way. */
const COLUMNS = 6

/** A migration on the way in figures, and its details folded up under it. */
export function MigrationRow({ step }: { readonly step: MigrationStep }) {
  const kind = step.failure === undefined ? step.direction : 'failed'
  const hasDetails = step.slowest.length > 1 || longestLocks(step).length > 0
  return (
    <>
      <tr class={hasDetails ? `${kind} detailed` : kind}>
        <th scope="row">
          {step.migration} <span class="direction">{step.direction}</span>
        </th>
        <td data-label="Time" class="number">
          {formatDuration(step.milliseconds)}
        </td>
        <td data-label="Statements" class="number">
          {formatCount(step.statements)}
        </td>
        <td data-label="Rows" class="number">
          {rowsOf(step)}
        </td>
        <td data-label="Size" class="number">
          {sizeOf(step)}
        </td>
        <td class="statement">
          {step.failure === undefined ? (
            <Slowest statement={step.slowest[0]} />
          ) : (
            <b>{step.failure.message}</b>
          )}
        </td>
      </tr>
      {hasDetails ? (
        <tr class="more">
          <td colSpan={COLUMNS}>
            <StepDetails step={step} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** That its slowest statements wrote or returned, of which the engine says how many. */
function rowsOf({ slowest }: MigrationStep): string {
  const known = slowest.flatMap(({ rows }) => rows ?? [])
  return known.length === 0 ? '–' : formatCount(known.reduce((sum, rows) => sum + rows, 0))
}

const LONGEST = 140

function Slowest({ statement }: { readonly statement: StatementRecord | undefined }) {
  if (statement === undefined) return <>–</>
  const { sql } = statement
  return (
    <>
      <code>{sql.length > LONGEST ? `${sql.slice(0, LONGEST)}…` : sql}</code>{' '}
      <span class="took">{statementCost(statement)}</span>
    </>
  )
}

function sizeOf({ bytesBefore, bytesAfter }: MigrationStep): string {
  const [before, after] = [formatBytes(bytesBefore), formatBytes(bytesAfter)]
  return before === after ? after : `${before} to ${after}`
}
