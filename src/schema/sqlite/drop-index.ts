import type { QueryRunner } from 'typeorm'
import { SchemaError } from '../schema-error.ts'
import { differentDefinition } from './different-definition.ts'
import type { IndexDefinition } from './index-definition.ts'
import { quoteName } from './quote-name.ts'
import { expectedIndex, readIndex } from './read-index.ts'

export interface DropIndexOptions {
  /** `accepted` on the way up, where an index that is gone already is the state to reach. An error otherwise. */
  readonly absent?: 'accepted'
}

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
  if (actual === undefined) throw missing(index)
  if (actual !== expected) {
    throw differentDefinition(`Index ${index.name}`, [`it is ${actual}; expected: ${expected}`])
  }
  await runner.query(`DROP INDEX ${quoteName(index.name)}`)
}

function missing({ name, table }: IndexDefinition): SchemaError {
  return new SchemaError({
    what: `Index ${name} is not there to be dropped.`,
    where: `table ${table}`,
    cause: 'Somebody dropped it by hand.',
    next: `Create it again as the migration does, then revert.`,
  })
}
