import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { WideIntegers } from '../wide-integers.ts'

/** The largest double below 2^63: what lies above it cannot be cast to a double and back. */
const LAST_DOUBLE = '9223372036854774784'

/**
 * Beyond 64 bits and behind a point there are no integers, whatever type a column has; digits in a text are no integer
 * either.
 */
export async function readWideIntegers(db: Connection, table: string, column: string): Promise<WideIntegers> {
  const value = `t.${quoteIdentifier(column)}`
  const number = `CASE WHEN pg_typeof(${value}) IN ('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype)
    THEN (${value})::text::bigint END`
  const [row] = await db.all<WideIntegers>(
    `SELECT count(given) AS rows,
       count(*) FILTER (WHERE number > 9007199254740992 OR number < -9007199254740992) AS wide,
       count(*) FILTER (
         WHERE CASE WHEN number > ${LAST_DOUBLE} THEN true ELSE number::double precision::bigint <> number END) AS inexact,
       count(given) FILTER (WHERE number IS NULL) AS "nonInteger"
     FROM (SELECT ${value}::text AS given, ${number} AS number FROM ${quoteIdentifier(table)} AS t) AS t`,
  )
  return {
    rows: row?.rows ?? 0,
    wide: row?.wide ?? 0,
    inexact: row?.inexact ?? 0,
    nonInteger: row?.nonInteger ?? 0,
  }
}
