import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import type { Rebuild } from '../definitions/rebuild.ts'
import { bodyNoted, noteOfTable } from '../definitions/table-note.ts'
import { acceptTable } from './accept-table.ts'
import { copyRows } from './copy-rows.ts'
import { addForeignKeys, addPrimaryKey, createTable } from './create-table.ts'
import { dropColumn } from './drop-column.ts'
import { expectedShape } from './expected-shape.ts'
import { finishTable } from './finish-table.ts'
import { keepNotes, notesIn } from './notes.ts'
import { parseBody } from './parse-body.ts'
import { rebuildingOf } from './rebuilding.ts'
import { refuseNulls } from './refuse-nulls.ts'
import { readTableShape } from './table-shape.ts'
import { textOfTable } from './text-of-table.ts'

/**
 * Gives a table another definition: builds a new one beside it, with its rows in their order, its indexes and what is
 * noted of it. Where the new definition only lacks columns, the table stays and they are dropped.
 * @throws SchemaError when the table is not one of those expected, a row has nothing where the new table must have
 * something, or an index does not fit any more.
 */
export async function rebuildTable(
  runner: QueryRunner,
  { to, from, alike = [], values }: Rebuild,
): Promise<void> {
  const table = to.name
  const own = await acceptTable(runner, { table, exactly: from, alike })
  const comment = await textOfTable(runner, table)
  const remembered = alike.length === 0 ? undefined : (own ?? bodyNoted(comment))
  const notes = [notesIn(to.body), ...(remembered === undefined ? [] : [noteOfTable(remembered)])]
  const surplus = await columnsToDrop(runner, to.body, table, values)
  if (surplus !== undefined) {
    for (const column of surplus) await dropColumn(runner, table, column)
  } else {
    notes.push(await buildBeside(runner, { to, values }, comment))
  }
  await keepNotes(runner, table, { comment, notes: notes.filter((note) => note !== '').join(' ') })
}

/** The columns that make the difference, when nothing else does; undefined otherwise. */
async function columnsToDrop(
  runner: QueryRunner,
  body: string,
  table: string,
  values: Rebuild['values'],
): Promise<readonly string[] | undefined> {
  const expected = expectedShape(body).columns
  const actual = (await readTableShape(runner, table))?.columns ?? new Map<string, string>()
  const kept = [...actual].filter(([name]) => expected.has(name))
  const surplus = [...actual.keys()].filter((name) => !expected.has(name))
  const copied = Object.entries(values).every(([column, value]) => value === `old.${column}`)
  const alike = JSON.stringify(kept) === JSON.stringify([...expected])
  return copied && alike && surplus.length > 0 ? surplus : undefined
}

/** @returns the note of who had which number, when it has to be kept; empty otherwise */
async function buildBeside(
  runner: QueryRunner,
  { to, values }: Pick<Rebuild, 'to' | 'values'>,
  comment: string,
): Promise<string> {
  const { rebuilding, carried } = rebuildingOf(runner, to.name)
  const parsed = parseBody(to.body)
  await refuseNulls(runner, { table: to.name, parsed, values })
  await createTable(runner, to.name, parsed)
  if (carried.settings !== '') {
    await runner.query(`ALTER TABLE ${quoteName(to.name)} SET (${carried.settings})`)
  }
  rebuilding.begun.push(to.name)
  const note = await copyRows(runner, { table: to.name, home: rebuilding.home, parsed, values, comment })
  await addPrimaryKey(runner, to.name, parsed)
  await addForeignKeys(runner, to.name, parsed.foreignKeys)
  await finishTable(runner, to.name, { home: rebuilding.home, indexes: carried.indexes })
  return note
}
