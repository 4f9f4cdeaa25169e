import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Answer } from '../answer.ts'
import type { Bound, Connection } from '../connection.ts'
import type { NamedQuery } from '../query-plan.ts'
import { type Cell, literalOf } from './literal.ts'
import { isParameter } from './parameters-in.ts'
import { tokenize } from './tokenize.ts'

/** A name that no table has, and so no query speaks of. */
const ANSWER = quoteIdentifier('the answer of the query')

/** How many rows are read at a time. */
const PART = 10_000

/** Runs a query. What the engine says against it is its answer as well. */
export async function readAnswer(
  db: Connection,
  query: NamedQuery,
  values: readonly Bound[],
): Promise<Answer> {
  const { name, sql } = query
  try {
    const columns = await columnsOf(db, sql)
    return { name, columns, rows: await rowsOf(db, sql, values, columns.length) }
  } catch (error) {
    return { name, failure: engineMessage(error) }
  }
}

/** The driver tells the names of columns with their values alone, and of two columns of a name only the last one. */
async function columnsOf(db: Connection, sql: string): Promise<readonly string[]> {
  await db.all(`CREATE TEMP VIEW ${ANSWER} AS ${withoutParameters(sql)}`)
  try {
    const rows = await db.all<{ name: string }>(`PRAGMA temp.table_xinfo(${ANSWER})`)
    return rows.map(({ name }) => name)
  } finally {
    await db.all(`DROP VIEW temp.${ANSWER}`)
  }
}

/** A view takes no parameters; its columns have the same names without them. */
function withoutParameters(sql: string): string {
  let text = ''
  let end = 0
  for (const token of tokenize(sql).filter(isParameter)) {
    text += `${sql.slice(end, token.at)}NULL`
    end = token.at + token.text.length
  }
  return text + sql.slice(end)
}

/**
 * The driver holds all rows of a statement twice before it gives the first one. Put aside in a temporary table, which
 * numbers them in the query's order, they come in parts.
 */
async function rowsOf(
  db: Connection,
  sql: string,
  values: readonly Bound[],
  columns: number,
): Promise<readonly (readonly string[])[]> {
  const cells = Array.from({ length: columns }, (_, at) => `c${at}`)
  // Materialized, an expression is worked out once for all that is asked of it.
  await db.all(
    `CREATE TEMP TABLE ${ANSWER} AS
     WITH ${ANSWER} (${cells.join(', ')}) AS MATERIALIZED (${sql}\n)
     SELECT ${cells.map((cell) => `${quoted(cell)} AS ${cell}`).join(', ')} FROM ${ANSWER}`,
    values,
  )
  try {
    const rows: (readonly string[])[] = []
    for (;;) {
      const part = await db.all<Record<string, Cell>>(
        `SELECT * FROM temp.${ANSWER} WHERE rowid > ? ORDER BY rowid LIMIT ${PART}`,
        [rows.length],
      )
      for (const row of part) rows.push(cells.map((cell) => literalOf(row[cell] ?? 'NULL')))
      if (part.length < PART) return rows
    }
  } finally {
    await db.all(`DROP TABLE temp.${ANSWER}`)
  }
}

/**
 * A value's literal, made by SQLite where quote() keeps all of it. Other texts come as bytes, each of which is an object
 * of its own: hundreds of thousands of them would take several times the memory.
 */
function quoted(cell: string): string {
  const plain = `${cell} NOT GLOB '*[^ -~]*' AND length(${cell}) = octet_length(${cell})`
  return `CASE WHEN typeof(${cell}) <> 'text' OR (${plain}) THEN quote(${cell}) ELSE CAST(${cell} AS BLOB) END`
}

function engineMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
