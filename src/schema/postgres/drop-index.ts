import type { QueryRunner } from 'typeorm'
import { differentDefinition } from '../definitions/different-definition.ts'
import type { DropIndexOptions } from '../definitions/drop-index-options.ts'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import { missingObject } from '../definitions/missing-object.ts'
import { quoteName } from '../definitions/quote-name.ts'
import { expectedIndex, readIndex } from './read-index.ts'

/**
 * Drops an index that is what the migration takes it for.
 * @throws SchemaError when it has another definition, or is not there.
 */
export async function dropIndex(
  runner: QueryRunner,
  index: IndexDefinition,
  { absent }: DropIndexOptions = {},
): Promise<void> {
  const actual = await readIndex(runner, index.name)
  const expected = expectedIndex(index)
  if (actual === undefined && absent === 'accepted') return
  if (actual === undefined) throw missingObject('Index', index)
  if (actual.line !== expected) {
    throw differentDefinition(`Index ${index.name}`, [`it is ${actual.line}; expected: ${expected}`])
  }
  await runner.query(`DROP INDEX ${quoteName(index.name)}`)
}
