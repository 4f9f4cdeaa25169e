import type { QueryRunner } from 'typeorm'
import { SIZE_QUERY as POSTGRES_SIZE } from './postgres/size-query.ts'
import { SIZE_QUERY as SQLITE_SIZE } from './sqlite/size-query.ts'

/** Every question about a size that is asked here, none of which a migration sends. */
export const SIZE_QUERIES: readonly string[] = [POSTGRES_SIZE, SQLITE_SIZE]

/** Size of the database in bytes. */
export async function databaseSize(runner: QueryRunner): Promise<number> {
  const [row] = await runner.query(
    runner.dataSource.options.type === 'postgres' ? POSTGRES_SIZE : SQLITE_SIZE,
  )
  return Number(row.bytes)
}
