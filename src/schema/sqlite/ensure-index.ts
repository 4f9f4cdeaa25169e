import type { QueryRunner } from 'typeorm'
import { differentDefinition } from '../definitions/different-definition.ts'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import { quoteName } from '../definitions/quote-name.ts'
import { expectedIndex, readIndex } from './read-index.ts'

/**
 * Creates an index, or accepts the one that is there when it is the same.
 * @throws SchemaError when there is an index of that name with another definition.
 */
export async function ensureIndex(runner: QueryRunner, index: IndexDefinition): Promise<void> {
  const actual = await readIndex(runner, index.name)
  if (actual === undefined) {
    const columns = index.columns.map(quoteName).join(', ')
    const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX'
    await runner.query(`CREATE ${kind} ${quoteName(index.name)} ON ${quoteName(index.table)} (${columns})`)
    return
  }
  const expected = expectedIndex(index)
  if (actual !== expected) {
    throw differentDefinition(`Index ${index.name}`, [`it is ${actual}; expected: ${expected}`])
  }
}
