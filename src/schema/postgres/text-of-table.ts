import type { QueryRunner } from 'typeorm'
import { tableId } from './table-id.ts'

/** The comment on a table's primary key, which keeps what migrations note of it; empty when there is none. */
export async function textOfTable(runner: QueryRunner, table: string): Promise<string> {
  const [found]: { text: string | null }[] = await runner.query(
    `SELECT obj_description(oid, 'pg_constraint') AS text FROM pg_constraint WHERE conrelid = $1 AND contype = 'p'`,
    [await tableId(runner, table)],
  )
  return found?.text ?? ''
}
