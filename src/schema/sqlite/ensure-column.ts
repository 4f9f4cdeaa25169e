import type { QueryRunner } from 'typeorm'
import type { ColumnDefinition } from '../definitions/column-definition.ts'
import { differentDefinition } from '../definitions/different-definition.ts'
import { quoteName } from '../definitions/quote-name.ts'
import { expectedShape } from './expected-shape.ts'
import { readTableShape } from './table-shape.ts'

/**
 * Adds a column at the end of a table, or accepts the one that is there when it is the same.
 * @throws SchemaError when there is a column of that name with another definition.
 */
export async function ensureColumn(
  runner: QueryRunner,
  column: ColumnDefinition,
): Promise<'added' | 'present'> {
  const { table, name, definition } = column
  const text = `${quoteName(name)} ${definition}`
  const actual = (await readTableShape(runner, table))?.columns.get(name)
  if (actual === undefined) {
    await runner.query(`ALTER TABLE ${quoteName(table)} ADD COLUMN ${text}`)
    return 'added'
  }
  const expected = (await expectedShape(runner, text)).columns.get(name)
  if (actual === expected) return 'present'
  throw differentDefinition(`Column ${table}.${name}`, [`it is ${actual}; expected: ${expected}`])
}
