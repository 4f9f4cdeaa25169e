import type { QueryRunner } from 'typeorm'
import { differences } from '../definitions/differences.ts'
import { differentDefinition } from '../definitions/different-definition.ts'
import type { TableDefinition } from '../definitions/table-definition.ts'
import { addForeignKeys, addPrimaryKey, createTable } from './create-table.ts'
import { expectedShape } from './expected-shape.ts'
import { parseBody } from './parse-body.ts'
import { readTableShape } from './table-shape.ts'

/**
 * Creates a table, or accepts the one that is there when it is the same.
 * @throws SchemaError when there is a table of that name with another definition.
 */
export async function ensureTable(runner: QueryRunner, { name, body }: TableDefinition): Promise<void> {
  const actual = await readTableShape(runner, name)
  if (actual === undefined) {
    const parsed = parseBody(body)
    await createTable(runner, name, parsed)
    await addPrimaryKey(runner, name, parsed)
    await addForeignKeys(runner, name, parsed.foreignKeys)
    return
  }
  const found = differences({ actual, expected: expectedShape(body), ordered: true })
  if (found.length > 0) throw differentDefinition(`Table ${name}`, found)
}
