import type { QueryRunner } from 'typeorm'
import { differentDefinition } from '../definitions/different-definition.ts'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import { quoteName } from '../definitions/quote-name.ts'
import { withLimits } from './limit-waiting.ts'
import { expectedIndex, readIndex } from './read-index.ts'

/**
 * Creates an index, or accepts the one that is there when it is the same. Outside of a transaction it is built while
 * others write; one that was left half built is built again.
 * @throws SchemaError when there is an index of that name with another definition.
 */
export async function ensureIndex(runner: QueryRunner, index: IndexDefinition): Promise<void> {
  const actual = await readIndex(runner, index.name)
  const expected = expectedIndex(index)
  if (actual !== undefined && actual.line !== expected) {
    throw differentDefinition(`Index ${index.name}`, [`it is ${actual.line}; expected: ${expected}`])
  }
  if (actual?.valid) return
  const columns = index.columns.map(quoteName).join(', ')
  const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX'
  const name = quoteName(index.name)
  const on = `ON ${quoteName(index.table)} (${columns})`
  if (runner.isTransactionActive) {
    if (actual !== undefined) await runner.query(`DROP INDEX ${name}`)
    await runner.query(`CREATE ${kind} ${name} ${on}`)
    return
  }
  await withLimits(runner, async () => {
    if (actual !== undefined) await runner.query(`DROP INDEX CONCURRENTLY ${name}`)
    await runner.query(`CREATE ${kind} CONCURRENTLY ${name} ${on}`)
  })
}
