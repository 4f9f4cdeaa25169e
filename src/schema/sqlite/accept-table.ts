import type { QueryRunner } from 'typeorm'
import { acceptShape } from '../definitions/accept-shape.ts'
import type { AcceptTableOptions } from '../definitions/accept-table-options.ts'
import { differences } from '../definitions/differences.ts'
import { differentDefinition } from '../definitions/different-definition.ts'
import type { TableShape } from '../definitions/table-shape.ts'
import { bodyOf } from './body-of.ts'
import { expectedShape } from './expected-shape.ts'
import { readTableShape } from './table-shape.ts'

/**
 * Makes sure that a table is one that a migration knows.
 * @returns the table's own body when it is alike and not the same; undefined when it is the same.
 * @throws SchemaError saying what differs.
 */
export async function acceptTable(
  runner: QueryRunner,
  options: AcceptTableOptions,
): Promise<string | undefined> {
  const actual = await readTableShape(runner, options.table)
  const found = await acceptShape(options, actual, (body) => expectedShape(runner, body))
  return found === 'same' || actual === undefined ? undefined : ownBody(runner, options.table, actual)
}

/** The body as it was written, once SQLite has confirmed that it makes the same table. */
async function ownBody(runner: QueryRunner, table: string, actual: TableShape): Promise<string> {
  const body = await bodyOf(runner, table)
  const again = await expectedShape(runner, body).catch(() => undefined)
  if (again === undefined || differences({ actual, expected: again, ordered: true }).length > 0) {
    throw differentDefinition(`Table ${table}`, ['its text cannot be kept for the way back'])
  }
  return body
}
