import type { QueryRunner } from 'typeorm'
import { tableId } from './table-id.ts'

/** Whether there is a table of this name. */
export async function tableExists(runner: QueryRunner, table: string): Promise<boolean> {
  return (await tableId(runner, table)) !== undefined
}
