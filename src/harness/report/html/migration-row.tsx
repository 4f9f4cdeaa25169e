import { formatBytes, formatCount, formatDuration } from '../../vocabulary/format.ts'
import type { MigrationStep, StatementRecord } from '../../vocabulary/migration-step.ts'
import { longestLocks, statementCost } from '../step-cost.ts'
import { StepDetails } from './step-details.tsx'

/** Of the table of a way. */
const COLUMNS = 6

/** A migration on the way, and its bar's start and length as shares of the whole way. */
export interface MigrationRowProps {
  readonly step: MigrationStep
  readonly start: number
  readonly length: number
}

export function MigrationRow({ step, start, length }: MigrationRowProps) {
  const kind = step.failure === undefined ? step.direction : 'failed'
  const hasDetails = step.slowest.length > 1 || longestLocks(step).length > 0
  return (
    <>
      <tr class={hasDetails ? `${kind} detailed` : kind}>
        <th scope="row">
          {step.migration} <span class="direction">{step.direction}</span>
        </th>
        <td class="timeline">
          <Bar start={start} length={length} />
        </td>
        <td data-label="Time" class="number">
          {formatDuration(step.milliseconds)}
        </td>
        <td data-label="Statements" class="number">
          {formatCount(step.statements)}
        </td>
        <td data-label="Size">{sizeOf(step)}</td>
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

/** An attribute of the drawing places the bar: the page's policy allows no style of an element's own. */
function Bar({ start, length }: { readonly start: number; readonly length: number }) {
  const width = Math.max(length * 100, 0.6)
  return (
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" x="0" y="2.75" width="100" height="0.5" />
      <rect
        class="span"
        x={Math.min(start * 100, 100 - width).toFixed(2)}
        y="0"
        width={width.toFixed(2)}
        height="6"
      />
    </svg>
  )
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
