import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { ForeignKeyViolation, Integrity } from '../integrity.ts'

interface KeyRow {
  readonly table: string
  readonly id: number
  readonly column: string
}
interface ViolationRow extends Omit<ForeignKeyViolation, 'columns'> {
  readonly id: number
  readonly total: number
}

const FIRST = 100

/** `PRAGMA foreign_key_check` and `PRAGMA quick_check`, with what they looked at. */
export async function readIntegrity(db: Connection): Promise<Integrity> {
  const keys = await db.all<KeyRow>(
    `SELECT t.name AS "table", k.id AS id, k."from" AS "column"
     FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS k
     WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, k.id, k.seq`,
  )
  const found = await db.all<ViolationRow>(
    `SELECT v."table" AS "table", CAST(v."rowid" AS TEXT) AS rowid, v.parent AS parent, v.fkid AS id,
       count(*) OVER () AS total
     FROM pragma_foreign_key_check AS v LIMIT ${FIRST}`,
  )
  const checks = await db.all<{ message: string }>('SELECT quick_check AS message FROM pragma_quick_check')
  return {
    foreignKeys: new Set(keys.map(({ table, id }) => `${id} ${table}`)).size,
    childRows: await rowsIn(db, [...new Set(keys.map(({ table }) => table))]),
    violationCount: found[0]?.total ?? 0,
    violations: found.map(({ table, rowid, parent, id }) => {
      const columns = keys.filter((key) => key.table === table && key.id === id).map((key) => key.column)
      return { table, rowid, parent, columns }
    }),
    messages: checks.map(({ message }) => message).filter((message) => message !== 'ok'),
  }
}

async function rowsIn(db: Connection, tables: readonly string[]): Promise<number> {
  let rows = 0
  for (const table of tables) {
    const [row] = await db.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${quoteIdentifier(table)}`)
    rows += row?.rows ?? 0
  }
  return rows
}
