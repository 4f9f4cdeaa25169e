import type { QueryRunner } from 'typeorm'
import { readTableShape } from './table-shape.ts'

/** Whether there is a table of this name. */
export async function tableExists(runner: QueryRunner, table: string): Promise<boolean> {
  return (await readTableShape(runner, table)) !== undefined
}
