import type { QueryRunner } from 'typeorm'
import type { Filling } from '../definitions/filling.ts'
import { quoteName } from '../definitions/quote-name.ts'
import { addForeignKeys } from './create-table.ts'
import { finishTable } from './finish-table.ts'
import { parseBody } from './parse-body.ts'
import { rebuildingOf } from './rebuilding.ts'
import { tableId } from './table-id.ts'

/**
 * Copies the rows of the old table into the one that `ensureColumn` has begun, in their order and with the column's
 * value, and finishes that table.
 */
export async function fillColumn(
  runner: QueryRunner,
  { table, column, value, from }: Filling,
): Promise<void> {
  const { rebuilding, carried } = rebuildingOf(runner, table)
  const name = quoteName(table)
  const copied: { name: string }[] = await runner.query(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1 AND attname <> $2 AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [await tableId(runner, table), column],
  )
  await insertFilled(runner, {
    into: `${name} (${[...copied.map((each) => quoteName(each.name)), quoteName(column)].join(', ')})`,
    values: copied.map((each) => `${name}.${quoteName(each.name)}`).join(', '),
    old: `${quoteName(rebuilding.home)}.${name}`,
    alias: name,
    fillings: `SELECT ${value} AS filling FROM ${from}`,
  })
  const isLink = (columns: readonly string[]) => columns.length === 1 && columns[0] === column
  for (const { name: constraint, kind, columns, text } of carried.constraints) {
    if (kind === 'f' && isLink(columns)) continue
    await runner.query(`ALTER TABLE ${name} ADD CONSTRAINT ${quoteName(constraint)} ${text}`)
  }
  const link = rebuilding.links.get(table)
  if (link !== undefined) await addForeignKeys(runner, table, parseBody(link.definition).foreignKeys)
  await finishTable(runner, table, { home: rebuilding.home, indexes: carried.indexes })
}

interface Insert {
  readonly into: string
  readonly values: string
  readonly old: string
  readonly alias: string
  readonly fillings: string
}

/**
 * As a join, which reads the other table once. Where it turns out to have several rows for one of ours, the first one of
 * them is taken, which takes looking for it row by row.
 */
async function insertFilled(runner: QueryRunner, insert: Insert): Promise<void> {
  const { into, values, old, alias, fillings } = insert
  const [{ rows } = { rows: 0 }]: { rows: number }[] = await runner.query(
    `SELECT count(*) AS rows FROM ${old}`,
  )
  const { affected = 0 } = await runner.query(
    `INSERT INTO ${into} SELECT ${values}, link.filling FROM ${old} AS ${alias}
     LEFT JOIN LATERAL (${fillings}) AS link ON true LIMIT ${rows + 1}`,
    [],
    true,
  )
  if (affected <= rows) return
  await runner.query(`TRUNCATE ${alias}`)
  await runner.query(`INSERT INTO ${into} SELECT ${values}, (${fillings} LIMIT 1) FROM ${old} AS ${alias}`)
}
