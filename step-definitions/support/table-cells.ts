import { atLeast, exactly } from '../../src/harness/gate/tolerance.ts'
import type { Measurement } from '../../src/harness/measurement/measurement.ts'
import type { LinkRule } from '../../src/harness/measurement/wrong-links.ts'
import { ENGINES, type Engine, engineName } from '../../src/harness/vocabulary/engine.ts'
import type { LockRecord } from '../../src/harness/vocabulary/migration-step.ts'
import type { Demand } from './demand.ts'

/** `wom_snapshots.user_id`, taken apart. */
export interface ColumnName {
  readonly table: string
  readonly column: string
}

/** @throws RangeError when a cell of the plan is not of the form `table.column`. */
export function columnCell(cell: string | undefined): ColumnName {
  const [, table, column] = /^(\w+)\.(\w+)$/.exec(cell ?? '') ?? []
  if (table === undefined || column === undefined)
    throw new RangeError(`"${cell}" is not of the form table.column`)
  return { table, column }
}

/** `99.3 %` as 0.993. */
export function rateCell(cell: string | undefined): number {
  const [, percent] = /^(\d+(?:\.\d+)?) %$/.exec(cell ?? '') ?? []
  if (percent === undefined) throw new RangeError(`"${cell}" is no rate such as 99.3 %`)
  // Ten digits are more than a plan states; they undo the division's own error: 99.3 / 100 is not 0.993.
  return Number((Number(percent) / 100).toPrecision(10))
}

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 }

/** `50 ms` as milliseconds. */
export function durationCell(cell: string | undefined): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) (ms|s|min)$/.exec(cell ?? '') ?? []
  if (amount === undefined) throw new RangeError(`"${cell}" is no duration such as 50 ms`)
  return Number(amount) * (MILLISECONDS[unit ?? ''] ?? Number.NaN)
}

/** `1.5` as a number: so many times something. */
export function ratioCell(cell: string | undefined): number {
  if (!/^\d+(\.\d+)?$/.test(cell ?? '')) throw new RangeError(`"${cell}" is no ratio such as 1.5`)
  return Number(cell)
}

/**
 * The cell of a row that has a column for some profiles (`production`, or `production on PostgreSQL` for one engine) and
 * `elsewhere` for the others.
 * @param others columns that stand for something else
 * @throws RangeError for a column that is no profile: its figures would be asked of nobody.
 */
export function profileCell(
  row: Readonly<Record<string, string>>,
  { profile, engine }: { readonly profile: string; readonly engine: Engine },
  profiles: readonly string[],
  others: readonly string[],
): string | undefined {
  const onEngines = profiles.flatMap((name) => ENGINES.map((each) => onEngine(name, each)))
  const known = [...profiles, ...onEngines, ...others, 'elsewhere']
  const unknown = Object.keys(row).find((column) => !known.includes(column))
  if (unknown !== undefined)
    throw new RangeError(`the column "${unknown}" is no profile: ${known.join(', ')}`)
  return row[onEngine(profile, engine)] ?? row[profile] ?? row.elsewhere
}

function onEngine(profile: string, engine: Engine): string {
  return `${profile} on ${engineName(engine)}`
}

/** `95,474` as a number. */
export function countCell(cell: string | undefined): number {
  if (!/^\d{1,3}(,?\d{3})*$/.test(cell ?? '')) throw new RangeError(`"${cell}" is no count such as 95,474`)
  return Number(cell?.replaceAll(',', ''))
}

/** The first cells of a table of exceptions. A row without one is an example that excepts nothing. */
export function exceptions(table: { rows(): readonly (readonly string[])[] }): readonly string[] {
  return table.rows().flatMap(([name]) => (name ? [name] : []))
}

/**
 * What a row of the plan asks of a match rate: always a rate, and where the rows are known, exactly so many of exactly
 * so many. Another number of rows can reach the rate and still not be what the plan speaks of.
 */
export function linkDemands(row: Readonly<Record<string, string>>, rate: Measurement): readonly Demand[] {
  const demands: Demand[] = [[rate, atLeast(rateCell(row['at least']))]]
  if (row.matched !== undefined) {
    const rows: Measurement = {
      ...rate,
      subject: `rows of ${rate.subject}`,
      unit: 'rows',
      value: rate.population,
    }
    demands.push([rate, exactly(countCell(row.matched))], [rows, exactly(countCell(row.of))])
  }
  return demands
}

/** @throws RangeError when a cell names no rule. */
export function linkRuleCell(cell: string | undefined): LinkRule {
  if (cell === 'exactly' || cell === 'ignoring case') return cell
  throw new RangeError(`"${cell}" is no rule: a link goes by its name exactly, or ignoring case`)
}

/** @throws RangeError when a cell names nobody whom a lock holds off. */
export function lockCell(cell: string | undefined): LockRecord['closes'] {
  if (cell === 'readers' || cell === 'writers') return cell
  throw new RangeError(`"${cell}" is neither readers nor writers: nobody else waits for a lock`)
}
