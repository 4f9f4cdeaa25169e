import { StagegateError } from '../vocabulary/stagegate-error.ts'

/** Rows can be put in one order only by a key that every row has and no two rows share. */
export function unusableKey(table: string, key: readonly string[], why: string): StagegateError {
  return new StagegateError({
    what: `The rows of ${table} cannot be told apart by ${key.join(', ')}: it ${why}.`,
    where: `${table} (${key.join(', ')})`,
    cause: 'The key named for the table is not its primary key, or the table has none that is enforced.',
    next: 'Name columns that are unique and never NULL.',
  })
}
