import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { refuseReferenced } from './refuse-referenced.ts'

/**
 * Drops a table with its rows, indexes and triggers.
 * @throws SchemaError when rows of another table would go or change with it.
 */
export async function dropTable(runner: QueryRunner, table: string): Promise<void> {
  await refuseReferenced(runner, table)
  await runner.query(`DROP TABLE ${quoteName(table)}`)
}
