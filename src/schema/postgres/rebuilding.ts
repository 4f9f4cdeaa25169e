import type { QueryRunner } from 'typeorm'
import type { Carried } from './read-carried.ts'

/** The schema in which new tables are built beside the old ones. It is there for the time of one transaction. */
export const BESIDE = 'rebuilt_tables'

/**
 * Tables that are being rebuilt. The new ones stand in a schema of their own that comes first in the search path: in
 * what is sent meanwhile a table's name means the new one as soon as there is one, and the old one before that. So every
 * name of an index or a key can be the final one from the beginning.
 */
export interface Rebuilding {
  /** Where the old tables are. */
  readonly home: string
  /** What has to come along, by table. */
  readonly carried: ReadonlyMap<string, Carried>
  /** The tables that have a new one by now, in that order. */
  readonly begun: string[]
  /** The link column's own foreign key, by table, for the time when the rows are there. */
  readonly links: Map<string, LinkToCome>
}

export interface LinkToCome {
  readonly column: string
  readonly definition: string
}

const RUNNING = new WeakMap<QueryRunner, Rebuilding>()

/** Makes a rebuilding known to the operations of a step, for the time of that step. */
export async function duringRebuilding(
  runner: QueryRunner,
  rebuilding: Rebuilding,
  step: () => Promise<void>,
): Promise<void> {
  RUNNING.set(runner, rebuilding)
  try {
    await step()
  } finally {
    RUNNING.delete(runner)
  }
}

/** The rebuilding that is going on, and what of it concerns a table. */
export function rebuildingOf(
  runner: QueryRunner,
  table: string,
): { readonly rebuilding: Rebuilding; readonly carried: Carried } {
  const rebuilding = RUNNING.get(runner)
  const carried = rebuilding?.carried.get(table)
  if (rebuilding === undefined || carried === undefined) {
    throw new Error(`Table ${table} is rebuilt outside of withTablesRebuilt, or is not named there`)
  }
  return { rebuilding, carried }
}
