import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'

/** The engine's number of the table that a name means now, or undefined when there is none. */
export async function tableId(runner: QueryRunner, table: string): Promise<number | undefined> {
  const [found]: { oid: number }[] = await runner.query(
    `SELECT oid FROM pg_class WHERE oid = to_regclass($1) AND relkind IN ('r', 'p')`,
    [quoteName(table)],
  )
  return found?.oid
}
