import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import type { TableShape } from '../definitions/table-shape.ts'
import { readTableShape } from './table-shape.ts'

const PROBE = 'schema_probe'

/**
 * The shape that a table with this body has. SQLite reads the body itself, as a temporary table: what is created and
 * what is compared come from one text, and nobody parses SQL.
 */
export async function expectedShape(runner: QueryRunner, body: string): Promise<TableShape> {
  await runner.query(`CREATE TEMP TABLE ${quoteName(PROBE)} (${body})`)
  const shape = await readTableShape(runner, PROBE, 'temp')
  await runner.query(`DROP TABLE temp.${quoteName(PROBE)}`)
  if (shape === undefined) throw new Error(`SQLite did not keep the table (${body})`)
  return shape
}
