import { observeNewest } from '../../src/harness/observation/observe-newest.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { type ColumnName, columnCell } from './table-cells.ts'

const DAY = 86_400_000

/**
 * The same moment so many days earlier, in the form that the column has: `2025-11-22 15:00:00.000000+00:00`.
 * @throws RangeError for a text that does not begin with a day.
 */
export function daysBefore(stored: string, days: number): string {
  const day = new Date(Date.parse(`${stored.slice(0, 10)}T00:00:00Z`) - days * DAY)
  if (Number.isNaN(day.getTime())) throw new RangeError(`"${stored}" is no moment to look back from`)
  return day.toISOString().slice(0, 10) + stored.slice(10)
}

/** The newest moment of a column, so many days earlier. @throws RangeError when the column has none. */
export async function lookBack(target: OpenTarget, name: ColumnName, days: number): Promise<string> {
  const newest = await observeNewest(target, name)
  if (newest === null) throw new RangeError(`${name.table}.${name.column} has no moment to look back from`)
  return daysBefore(newest, days)
}

/**
 * A cutoff for the methods: the moment of the last snapshot that is at least so many days older than the newest one.
 * A cutoff that equals a moment tells "at or after" from "after".
 */
export async function cutoffOf(target: OpenTarget, days: number): Promise<string> {
  const name = { table: 'wom_snapshots', column: 'timestamp' }
  const atOrBefore = await lookBack(target, name, days)
  return (await observeNewest(target, { ...name, atOrBefore })) ?? atOrBefore
}

/**
 * Values of a query's parameters, from rows such as `since` | `30 days before the newest discord_messages.created_at`.
 * @throws RangeError when a cell says something else.
 */
export async function parametersFrom(
  target: OpenTarget,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<Readonly<Record<string, string>>> {
  const values: Record<string, string> = {}
  for (const { parameter = '', is = '' } of rows) {
    const [, days, column] = /^(\d+) days before the newest (\S+)$/.exec(is) ?? []
    if (days === undefined) throw new RangeError(`"${is}" is not "<days> days before the newest <column>"`)
    values[parameter] = await lookBack(target, columnCell(column), Number(days))
  }
  return values
}
