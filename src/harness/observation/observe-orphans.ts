import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { checkColumns } from './check-columns.ts'
import type { TableColumn } from './dialect.ts'
import { typesOf } from './types-of.ts'
import { type Observer, withObserver } from './with-observer.ts'

export interface LinkToParent {
  readonly table: string
  readonly column: string
  readonly parent: string
  readonly parentColumn: string
}

/** Rows whose parent is missing. */
export interface Orphans {
  /** Rows that name a parent at all. */
  readonly population: number
  readonly orphans: number
  /** The first ten, by their primary key. */
  readonly first: readonly Orphan[]
}

export interface Orphan {
  /** The row's primary key as exact text; empty when the table has none. */
  readonly key: readonly (string | null)[]
  /** What the row names as its parent. */
  readonly value: string
}

/**
 * Counts orphans by a join. `NOT IN (SELECT …)` would find none as soon as one parent's column is NULL.
 * @throws StagegateError for a table or column that is not there.
 */
export function observeOrphans(target: OpenTarget, link: LinkToParent): Promise<Orphans> {
  return withObserver(target, async (observer) => {
    const columns = await checkColumns(observer, link.table, [link.column])
    await checkColumns(observer, link.parent, [link.parentColumn])
    const key = columns
      .filter(({ primaryKeyPosition }) => primaryKeyPosition > 0)
      .sort((a, b) => a.primaryKeyPosition - b.primaryKeyPosition)
    return readOrphans(observer, link, columns, key)
  })
}

async function readOrphans(
  { db, dialect }: Observer,
  { table, column, parent, parentColumn }: LinkToParent,
  columns: readonly TableColumn[],
  key: readonly TableColumn[],
): Promise<Orphans> {
  const keySql = key.map(({ name }) => `c.${quoteIdentifier(name)}`)
  const types = typesOf(columns, [column, ...key.map(({ name }) => name)])
  const child = `c.${quoteIdentifier(column)}`
  const referred = `p.${quoteIdentifier(parentColumn)}`
  const from = `${quoteIdentifier(table)} AS c`
  const without = `FROM ${from} LEFT JOIN ${quoteIdentifier(parent)} AS p ON ${referred} = ${child}
    WHERE ${child} IS NOT NULL AND ${referred} IS NULL`
  const [all] = await db.all<{ rows: number }>(`SELECT count(${child}) AS rows FROM ${from}`)
  const [lost] = await db.all<{ rows: number }>(`SELECT count(*) AS rows ${without}`)
  const first = await db.all<Record<string, string | null> & { value: string }>(
    `SELECT ${[child, ...keySql].map((sql, at) => `${dialect.valueText(sql, types[at] ?? '')} AS v${at}`).join(', ')}
     ${without} ORDER BY ${[...keySql, child].join(', ')} LIMIT 10`,
  )
  return {
    population: Number(all?.rows),
    orphans: Number(lost?.rows),
    first: first.map((row) => ({ key: key.map((_, at) => row[`v${at + 1}`] ?? null), value: row.v0 ?? '' })),
  }
}
