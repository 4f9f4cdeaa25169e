import type { QueryRunner } from 'typeorm'
import type { Filling } from '../definitions/filling.ts'
import { quoteName } from '../definitions/quote-name.ts'

/** Gives a column its values; a row that the other table has nothing for keeps what it has. */
export async function fillColumn(
  runner: QueryRunner,
  { table, column, value, from }: Filling,
): Promise<void> {
  await runner.query(`UPDATE ${quoteName(table)} SET ${quoteName(column)} = ${value} FROM ${from}`)
}
