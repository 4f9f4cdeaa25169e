import type { QueryRunner } from 'typeorm'
import { SIZE_QUERY } from './sqlite/size-query.ts'

/** Size of the database in bytes. */
export async function databaseSize(runner: QueryRunner): Promise<number> {
  const [row] = await runner.query(SIZE_QUERY)
  return Number(row.bytes)
}
