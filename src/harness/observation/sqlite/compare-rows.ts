import type { Address } from '../../target/address.ts'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { TableDifferences, ValueDifference } from '../table-differences.ts'
import type { RowsRequest } from '../table-fingerprint.ts'
import { checkKey } from './check-key.ts'
import { fileOf } from './file-of.ts'
import { keepsOneType } from './keeps-one-type.ts'

const SHOWN = 10

/** Compares a table with the one in another file, which is attached for as long as that takes. */
export async function compareRows(
  db: Connection,
  before: Address,
  request: RowsRequest,
): Promise<TableDifferences> {
  await checkKey(db, request)
  // The connection is read-only, and so is what it attaches.
  await db.all('ATTACH ? AS before', [fileOf(before)])
  try {
    return await compare(db, request)
  } finally {
    await db.all('DETACH before')
  }
}

async function compare(db: Connection, { table, key, columns }: RowsRequest): Promise<TableDifferences> {
  const name = quoteIdentifier(table)
  const differs = await comparison(db, table)
  const sums = columns.map((column, at) => `coalesce(sum(${differs(column)}), 0) AS d${at}`)
  const [rows] = await db.all<{ before: number; now: number }>(
    `SELECT (SELECT count(*) FROM before.${name}) AS before, (SELECT count(*) FROM main.${name}) AS now`,
  )
  // Read in the order of the one and sought in the other: a join the other way round would be the same.
  const pairs = `before.${name} AS b CROSS JOIN main.${name} AS n ON ${sameKey(key)}`
  const [sum] = await db.all<Record<string, number>>(
    `SELECT count(*) AS paired, ${sums.join(', ')} FROM ${pairs}`,
  )
  const counts = columns.map((column, at) => [column, sum?.[`d${at}`] ?? 0] as const)
  const paired = sum?.paired ?? 0
  const values: ValueDifference[] = []
  for (const [column, count] of counts) {
    if (count > 0) values.push(...(await firstValues(db, `${pairs} WHERE ${differs(column)}`, key, column)))
  }
  return {
    table,
    rowsBefore: rows?.before ?? 0,
    rowsNow: rows?.now ?? 0,
    paired,
    columns: Object.fromEntries(counts),
    values,
    gone:
      paired === rows?.before ? [] : await unpaired(db, `before.${name} AS b`, 'b', `main.${name} AS n`, key),
    added:
      paired === rows?.now ? [] : await unpaired(db, `main.${name} AS n`, 'n', `before.${name} AS b`, key),
  }
}

/**
 * SQL that tells whether a column's values differ, in any collation. Asking for the types as well takes more time than
 * all the rest, so that it is done only where two values can be equal and of different types.
 */
async function comparison(db: Connection, table: string): Promise<(column: string) => string> {
  const types = await db.all<{ name: string; now: string; before: string }>(
    `SELECT n.name AS name, n.type AS now, b.type AS before
     FROM pragma_table_xinfo(?1, 'main') AS n JOIN pragma_table_xinfo(?1, 'before') AS b ON b.name = n.name`,
    [table],
  )
  const plain = new Set(
    types.filter(({ now, before }) => now === before && keepsOneType(now)).map(({ name }) => name),
  )
  return (column) => {
    const name = quoteIdentifier(column)
    const value = `b.${name} COLLATE BINARY IS NOT n.${name}`
    return plain.has(column) ? value : `(${value} OR typeof(b.${name}) <> typeof(n.${name}))`
  }
}

function sameKey(key: readonly string[]): string {
  return key
    .map(quoteIdentifier)
    .map((name) => `n.${name} = b.${name} COLLATE BINARY`)
    .join(' AND ')
}

function literals(of: 'b' | 'n', key: readonly string[]): string {
  return key.map((column, at) => `quote(${of}.${quoteIdentifier(column)}) AS k${at}`).join(', ')
}

async function firstValues(
  db: Connection,
  differing: string,
  key: readonly string[],
  column: string,
): Promise<readonly ValueDifference[]> {
  const name = quoteIdentifier(column)
  const rows = await db.all<Record<string, string>>(
    `SELECT ${literals('b', key)}, quote(n.${name}) AS now, quote(b.${name}) AS was
     FROM ${differing} LIMIT ${SHOWN}`,
  )
  return rows.map((row) => ({ key: keyOf(row, key), column, now: row.now ?? '', before: row.was ?? '' }))
}

async function unpaired(
  db: Connection,
  from: string,
  of: 'b' | 'n',
  other: string,
  key: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const rows = await db.all<Record<string, string>>(
    `SELECT ${literals(of, key)} FROM ${from} WHERE NOT EXISTS (SELECT 1 FROM ${other} WHERE ${sameKey(key)}) LIMIT ${SHOWN}`,
  )
  return rows.map((row) => keyOf(row, key))
}

function keyOf(row: Readonly<Record<string, string>>, key: readonly string[]): readonly string[] {
  return key.map((_, at) => row[`k${at}`] ?? '')
}
