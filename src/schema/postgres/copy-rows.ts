import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import type { Rebuild } from '../definitions/rebuild.ts'
import { idsNoted, noteOfIds } from './ids-note.ts'
import type { ParsedBody } from './parse-body.ts'

export interface CopyRowsOptions {
  readonly table: string
  /** The schema of the old table. */
  readonly home: string
  /** What the new table is. */
  readonly parsed: ParsedBody
  readonly values: Rebuild['values']
  /** The comment that keeps notes of the old table. */
  readonly comment: string
}

/**
 * Copies rows from the old table to the new one, in their order. PostgreSQL has no row ids: `old.rowid` is the number
 * that a note keeps for a row, and otherwise its place in the table; a value for `rowid` is kept in a note.
 * @returns that note; empty when no value is one for `rowid`
 */
export async function copyRows(runner: QueryRunner, options: CopyRowsOptions): Promise<string> {
  const { table, home, parsed, values, comment } = options
  const columns = Object.entries(values).filter(([column]) => column !== 'rowid')
  const old = `${quoteName(home)}.${quoteName(table)}`
  const numbering = columns.some(([, value]) => /\bold\.rowid\b/.test(value))
  const rows = numbering ? numbered(old, await keyOf(runner, old)) : old
  const order = numbering ? 'old.rowid' : values.rowid
  await runner.query(
    `INSERT INTO ${quoteName(table)} (${columns.map(([column]) => quoteName(column)).join(', ')})
     SELECT ${columns.map(([, value]) => value).join(', ')} FROM ${rows} AS old
     ${order === undefined ? '' : `ORDER BY ${order}`}`,
    numbering ? [idsNoted(comment)] : [],
  )
  await setSequences(runner, table, old, parsed)
  if (values.rowid === undefined) return ''
  const [key = ''] = parsed.primaryKey
  const [noted]: { ids: string | null }[] = await runner.query(
    `SELECT json_object_agg(old.${quoteName(key)}, ${values.rowid} ORDER BY ${values.rowid})::text AS ids FROM ${old} AS old`,
  )
  return noted === undefined || noted.ids === null ? '' : noteOfIds(noted.ids)
}

/**
 * The old table's rows with a `rowid`: what the note says of the row by its key, or, for a row that nothing is noted
 * of, numbers behind those in the order in which the rows lie.
 */
function numbered(old: string, name: string): string {
  return `(
    WITH was AS (SELECT key AS name, value::bigint AS id FROM json_each_text($1::json))
    SELECT row.*, coalesce(was.id, (SELECT coalesce(max(id), 0) FROM was)
      + row_number() OVER (PARTITION BY was.id IS NULL ORDER BY row.ctid)) AS rowid
    FROM ${old} AS row LEFT JOIN was ON was.name = row.${quoteName(name)}
  )`
}

/** The column that is a table's key. */
async function keyOf(runner: QueryRunner, table: string): Promise<string> {
  const [key]: { name: string }[] = await runner.query(
    `SELECT a.attname AS name FROM pg_constraint AS k JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.conrelid = to_regclass($1) AND k.contype = 'p'`,
    [table],
  )
  if (key === undefined) throw new Error(`Table ${table} has no key by which its rows could be known again`)
  return key.name
}

/** A sequence goes on behind the largest number that is there or that it has given. */
async function setSequences(
  runner: QueryRunner,
  table: string,
  old: string,
  { columns }: ParsedBody,
): Promise<void> {
  for (const { name } of columns.filter((column) => column.numbered)) {
    const [before]: { last: number | bigint | null }[] = await runner.query(
      `SELECT pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass) AS last FROM pg_attribute
       WHERE attrelid = $1::regclass AND attname = $2 AND NOT attisdropped`,
      [old, name],
    )
    await runner.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), greatest(max(${quoteName(name)}), $3::bigint, 1),
         max(${quoteName(name)}) IS NOT NULL OR $3::bigint IS NOT NULL) FROM ${quoteName(table)}`,
      [quoteName(table), name, before?.last ?? null],
    )
  }
}
