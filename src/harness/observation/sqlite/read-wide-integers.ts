import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { WideIntegers } from '../wide-integers.ts'

/** The largest double below 2^63: what lies above it cannot be cast to a double and back. */
const LAST_DOUBLE = '9223372036854774784'

export async function readWideIntegers(db: Connection, table: string, column: string): Promise<WideIntegers> {
  const value = `t.${quoteIdentifier(column)}`
  const [row] = await db.all<WideIntegers>(
    `SELECT count(${value}) AS rows,
       count(*) FILTER (WHERE whole AND (${value} > 9007199254740992 OR ${value} < -9007199254740992)) AS wide,
       count(*) FILTER (WHERE whole AND (${value} > ${LAST_DOUBLE}
         OR CAST(CAST(${value} AS REAL) AS INTEGER) <> ${value})) AS inexact,
       count(${value}) FILTER (WHERE NOT whole) AS nonInteger
     FROM (SELECT ${value}, typeof(${value}) = 'integer' AS whole FROM ${quoteIdentifier(table)} AS t) AS t`,
  )
  return {
    rows: row?.rows ?? 0,
    wide: row?.wide ?? 0,
    inexact: row?.inexact ?? 0,
    nonInteger: row?.nonInteger ?? 0,
  }
}
