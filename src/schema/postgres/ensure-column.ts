import type { QueryRunner } from 'typeorm'
import type { ColumnDefinition } from '../definitions/column-definition.ts'
import { differentDefinition } from '../definitions/different-definition.ts'
import { quoteName } from '../definitions/quote-name.ts'
import { expectedShape } from './expected-shape.ts'
import { parseBody } from './parse-body.ts'
import { rebuildingOf } from './rebuilding.ts'
import { readTableShape } from './table-shape.ts'

/**
 * Begins a table again, beside the old one and with the column at its end, or where it is when it is there already. Its
 * rows come with `fillColumn`: a column that is filled in place would leave every row behind as a dead one.
 * @throws SchemaError when there is a column of that name with another definition.
 */
export async function ensureColumn(
  runner: QueryRunner,
  { table, name, definition }: ColumnDefinition,
): Promise<'added'> {
  const { rebuilding, carried } = rebuildingOf(runner, table)
  const text = `${quoteName(name)} ${definition}`
  const [column] = parseBody(text).columns
  const actual = (await readTableShape(runner, table))?.columns.get(name)
  const expected = expectedShape(text).columns.get(name)
  if (actual !== undefined && actual !== expected) {
    throw differentDefinition(`Column ${table}.${name}`, [`it is ${actual}; expected: ${expected}`])
  }
  await runner.query(
    `CREATE TABLE ${quoteName(table)} (LIKE ${quoteName(rebuilding.home)}.${quoteName(table)}
     INCLUDING ALL EXCLUDING INDEXES EXCLUDING STATISTICS EXCLUDING COMMENTS)`,
  )
  if (carried.settings !== '') {
    await runner.query(`ALTER TABLE ${quoteName(table)} SET (${carried.settings})`)
  }
  if (actual === undefined) {
    await runner.query(`ALTER TABLE ${quoteName(table)} ADD COLUMN ${quoteName(name)} ${column?.type}`)
  }
  rebuilding.begun.push(table)
  rebuilding.links.set(table, { column: name, definition: text })
  return 'added'
}
