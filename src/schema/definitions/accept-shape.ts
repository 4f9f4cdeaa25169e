import type { AcceptTableOptions } from './accept-table-options.ts'
import { differences } from './differences.ts'
import { differentDefinition } from './different-definition.ts'
import type { TableShape } from './table-shape.ts'

/**
 * Holds a table's shape against the bodies that a migration knows.
 * @param expectedShape the shape that a body makes
 * @returns whether the table is one of them exactly, or one that is alike.
 * @throws SchemaError saying what differs from the nearest one, or that there is no such table.
 */
export async function acceptShape(
  { table, exactly, alike = [] }: AcceptTableOptions,
  actual: TableShape | undefined,
  expectedShape: (body: string) => TableShape | Promise<TableShape>,
): Promise<'same' | 'alike'> {
  if (actual === undefined) throw differentDefinition(`Table ${table}`, ['it is missing'])
  let nearest: readonly string[] | undefined
  for (const body of [...alike, ...exactly]) {
    const expected = await expectedShape(body)
    const mayDiffer = alike.includes(body)
    if (differences({ actual, expected, ordered: mayDiffer }).length === 0) return 'same'
    const harmful = differences({
      actual,
      expected,
      ordered: false,
      ...(mayDiffer ? { harmless: 'ignored' } : {}),
    })
    if (harmful.length === 0) return 'alike'
    // Of two that are equally near, the later one knows more columns, and so says more.
    if (nearest === undefined || harmful.length <= nearest.length) nearest = harmful
  }
  throw differentDefinition(`Table ${table}`, nearest ?? [])
}
