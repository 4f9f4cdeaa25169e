import type { QueryRunner } from 'typeorm'
import { differences } from './differences.ts'
import { differentDefinition } from './different-definition.ts'
import { expectedShape } from './expected-shape.ts'
import { quoteName } from './quote-name.ts'
import type { TableDefinition } from './table-definition.ts'
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
