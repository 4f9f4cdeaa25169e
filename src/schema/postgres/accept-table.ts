import type { QueryRunner } from 'typeorm'
import { acceptShape } from '../definitions/accept-shape.ts'
import type { AcceptTableOptions } from '../definitions/accept-table-options.ts'
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
  const found = await acceptShape(options, actual, expectedShape)
  return found === 'same' ? undefined : bodyOf(runner, options.table)
}
