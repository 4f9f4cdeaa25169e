import { createHash } from 'node:crypto'
import { advanceState } from '../harness/migration/advance-state.ts'
import type { Migration } from '../harness/migration/history.ts'
import type { Destination } from '../harness/migration/migrate.ts'
import type { LoadedDataSource } from '../harness/target/load-data-source.ts'
import type { OpenTarget } from '../harness/target/open-target.ts'
import type { State } from '../harness/target/state.ts'
import type { Store } from '../harness/target/store.ts'

/** A real database that was taken in: what its states are called, whose they are, and where it stands. */
export interface TakenIn {
  readonly label: string
  /** Of this run and of no other one. */
  readonly key: string
  /** Whose databases they are on a server; null for files. */
  readonly owner: string | null
  /** The last migration that it has behind it. */
  readonly at: string
}

/** What scenarios have to know of it besides. Plain data. */
export interface RehearsedDatabase extends TakenIn {
  /** The folder that its files are in; null on a server. */
  readonly workspace: string | null
  /** What it has beyond its history, made by hand, in the words of a comparison of catalogs. */
  readonly handMade: readonly string[]
}

export interface DatabaseStateOptions {
  readonly store: Store
  readonly source: LoadedDataSource
  readonly history: readonly Migration[]
  readonly database: TakenIn
}

/** The state in which a real database was taken in: its copy, with its past recorded. */
export function firstState({ label, key, owner, at }: TakenIn, take: () => Promise<OpenTarget>): State {
  return named(label, at, { key, owner }, async () => ({ target: await take() }))
}

/**
 * The state of a real database at a migration: its copy, migrated on from where it stands.
 * @throws RangeError for a migration that it has behind it already.
 */
export function databaseState(options: DatabaseStateOptions, at: Destination): State {
  const { store, source, history, database } = options
  const names = history.map(({ name }) => name)
  const last = at === 'head' ? (names.at(-1) ?? at) : at
  if (last === database.at) {
    return firstState(database, () => Promise.reject(new Error('the copy of the database is gone')))
  }
  if (names.indexOf(last) < names.indexOf(database.at)) {
    throw new RangeError(`the database stands at ${database.at}: it has ${at} behind it`)
  }
  // Every stop is one more copy: what lies between where it stands and the last migration but one is made in one go.
  const before = last === names.at(-1) ? (names.at(-2) ?? database.at) : database.at
  return named(database.label, last, database, async () =>
    advanceState(
      { store, template: source.dataSource },
      await store.state(databaseState(options, before)),
      last,
    ),
  )
}

function named(
  label: string,
  at: string,
  { key, owner }: Pick<TakenIn, 'key' | 'owner'>,
  build: State['build'],
): State {
  return {
    label: `${label}-at-${at}`,
    key: createHash('sha256').update(`${key} ${at}`).digest('hex'),
    ...(owner === null ? {} : { owner }),
    build,
  }
}
