import type { QueryRunner } from 'typeorm'
import type { AcceptTableOptions } from '../definitions/accept-table-options.ts'
import { differences } from '../definitions/differences.ts'
import { differentDefinition } from '../definitions/different-definition.ts'
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
  { table, exactly, alike = [] }: AcceptTableOptions,
): Promise<string | undefined> {
  const actual = await readTableShape(runner, table)
  if (actual === undefined) throw differentDefinition(`Table ${table}`, ['it is missing'])
  let nearest: readonly string[] | undefined
  for (const body of [...alike, ...exactly]) {
    const expected = expectedShape(body)
    const mayDiffer = alike.includes(body)
    if (differences({ actual, expected, ordered: mayDiffer }).length === 0) return undefined
    const harmful = differences({
      actual,
      expected,
      ordered: false,
      ...(mayDiffer ? { harmless: 'ignored' } : {}),
    })
    if (harmful.length === 0) return bodyOf(runner, table)
    // Of two that are equally near, the later one knows more columns, and so says more.
    if (nearest === undefined || harmful.length <= nearest.length) nearest = harmful
  }
  throw differentDefinition(`Table ${table}`, nearest ?? [])
}
