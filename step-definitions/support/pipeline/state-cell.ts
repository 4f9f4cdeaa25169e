import type { Destination } from '../../../src/harness/migration/migrate.ts'

/** Where a database goes on its way to a state: `head, then AddMissingIndexes` is migrated, and then rolled back. */
export interface StatePath {
  readonly at: Destination
  readonly onTo: Destination | undefined
}

/** @throws RangeError for a cell that says something else. */
export function stateCell(cell: string | undefined): StatePath {
  const [, at, onTo] = /^(\w+)(?:, then (\w+))?$/.exec(cell ?? '') ?? []
  if (at === undefined) throw new RangeError(`"${cell}" is no state such as "head, then AddMissingIndexes"`)
  return { at, onTo }
}
