import type { QueryRunner } from 'typeorm'
import { differences } from '../definitions/differences.ts'
import { differentDefinition } from '../definitions/different-definition.ts'
import { quoteName } from '../definitions/quote-name.ts'
import type { TableDefinition } from '../definitions/table-definition.ts'
import { expectedShape } from './expected-shape.ts'
import { readTableShape } from './table-shape.ts'

/**
 * Creates a table, or accepts the one that is there when it is the same.
 * @throws SchemaError when there is a table of that name with another definition.
 */
export async function ensureTable(runner: QueryRunner, { name, body }: TableDefinition): Promise<void> {
  const actual = await readTableShape(runner, name)
  if (actual === undefined) {
    await runner.query(`CREATE TABLE ${quoteName(name)} (${body})`)
    return
  }
  const found = differences({ actual, expected: await expectedShape(runner, body), ordered: true })
  if (found.length > 0) throw differentDefinition(`Table ${name}`, found)
}
