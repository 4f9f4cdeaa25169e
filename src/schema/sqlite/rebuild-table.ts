import type { QueryRunner } from 'typeorm'
import type { AcceptTableOptions } from '../definitions/accept-table-options.ts'
import { quoteName } from '../definitions/quote-name.ts'
import type { Rebuild } from '../definitions/rebuild.ts'
import { bodyNoted, noteOfTable } from '../definitions/table-note.ts'
import { SchemaError } from '../schema-error.ts'
import { acceptTable } from './accept-table.ts'
import { refuseNulls } from './refuse-nulls.ts'
import { refuseReferenced } from './refuse-referenced.ts'
import { textOfTable } from './text-of-table.ts'

/**
 * Gives a table another definition: moves the rows from the old one to a new one, which takes its name. Indexes
 * come back as they were written. Views and triggers must be set aside around it.
 * @throws SchemaError when the table is not one of those expected, others refer to it, a row has nothing where the new
 * table must have something, or an index does not fit any more.
 */
export async function rebuildTable(
  runner: QueryRunner,
  { to, from, alike = [], values }: Rebuild,
): Promise<void> {
  const note = await noteOfBefore(runner, { table: to.name, exactly: from, alike })
  await refuseReferenced(runner, to.name)
  const indexes: IndexText[] = await runner.query(
    `SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid`,
    [to.name],
  )
  const table = quoteName(to.name)
  const newName = `rebuilt_${to.name}`
  const rebuilt = quoteName(newName)
  const columns = Object.keys(values).map(quoteName).join(', ')
  await runner.query(`CREATE TABLE ${rebuilt} (${to.body}${note})`)
  const copied = Object.keys(values).filter((column) => values[column] === `old.${column}`)
  await refuseNulls(runner, { from: to.name, to: newName, columns: copied })
  for (const { name } of indexes) await runner.query(`DROP INDEX ${quoteName(name)}`)
  await moveRows(
    runner,
    table,
    `INSERT INTO ${rebuilt} (${columns}) SELECT ${Object.values(values).join(', ')} FROM ${table} AS old`,
  )
  await runner.query(`DROP TABLE ${table}`)
  await runner.query(`ALTER TABLE ${rebuilt} RENAME TO ${table}`)
  for (const index of indexes) await makeAgain(runner, to.name, index)
}

/** Few enough that a part of a table with 10 KB a row is small beside the table. */
const ROWS_A_PART = 1000

/**
 * Moves rows in parts, in the order of their row ids, and deletes each part before the next one: the next takes the
 * pages that it leaves. A table of 1 GB that was copied as a whole would leave a file of twice its size behind. Row ids
 * travel as text, which holds all of their 64 bits.
 */
async function moveRows(runner: QueryRunner, table: string, insert: string): Promise<void> {
  for (;;) {
    const [part]: { last: string | null }[] = await runner.query(
      `SELECT CAST(max(rowid) AS TEXT) AS last FROM (SELECT rowid FROM ${table} ORDER BY rowid LIMIT ${ROWS_A_PART})`,
    )
    if (part === undefined || part.last === null) return
    await runner.query(`${insert} WHERE old.rowid <= CAST(? AS INTEGER) ORDER BY old.rowid`, [part.last])
    await runner.query(`DELETE FROM ${table} WHERE rowid <= CAST(? AS INTEGER)`, [part.last])
  }
}

/** The note that the new table has to carry. One that the table carries already stays, when the step runs again. */
async function noteOfBefore(runner: QueryRunner, accepted: AcceptTableOptions): Promise<string> {
  const before = await acceptTable(runner, accepted)
  if (accepted.alike?.length === 0) return ''
  const remembered = before ?? bodyNoted(await textOfTable(runner, accepted.table))
  return remembered === undefined ? '' : noteOfTable(remembered)
}

interface IndexText {
  readonly name: string
  readonly sql: string
}

async function makeAgain(runner: QueryRunner, table: string, { name, sql }: IndexText): Promise<void> {
  try {
    await runner.query(sql)
  } catch (error) {
    throw new SchemaError(
      {
        what: `Index ${name} does not fit table ${table} any more: ${error instanceof Error ? error.message : error}.`,
        where: `index ${name}`,
        cause: 'It was made by hand and uses a column that this step takes away.',
        next: 'Drop it, then run this step again.',
      },
      { cause: error },
    )
  }
}
