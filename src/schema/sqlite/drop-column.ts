import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { SchemaError } from '../schema-error.ts'

/**
 * Drops a column; every other one keeps its place and its text.
 * @throws SchemaError when something else still uses the column, or it is not there.
 */
export async function dropColumn(runner: QueryRunner, table: string, column: string): Promise<void> {
  try {
    await runner.query(`ALTER TABLE ${quoteName(table)} DROP COLUMN ${quoteName(column)}`)
  } catch (error) {
    throw new SchemaError(
      {
        what: `Column ${table}.${column} cannot be dropped: ${error instanceof Error ? error.message : error}.`,
        where: `column ${table}.${column}`,
        cause: 'An index, a view or a trigger that was made by hand uses it, or it is gone already.',
        next: 'Drop what the message names, then revert again.',
      },
      { cause: error },
    )
  }
}
