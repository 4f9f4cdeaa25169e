import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { dependentsNamed } from './dependents-named.ts'

/**
 * Drops tables with their rows, indexes and triggers: several at once when they refer to each other.
 * @throws SchemaError naming what depends on one of them.
 */
export async function dropTable(runner: QueryRunner, ...tables: readonly string[]): Promise<void> {
  await dependentsNamed(tables, () => runner.query(`DROP TABLE ${tables.map(quoteName).join(', ')}`))
}
