import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type FixtureOptions, fixtureState } from '../../../src/fixture/fixture-state.ts'
import { open } from '../../../src/harness/target/open.ts'
import { runStatements } from '../../../src/harness/target/run-statements.ts'
import type { State } from '../../../src/harness/target/state.ts'
import type { Workspace } from '../../../src/harness/target/workspace.ts'
import { fixtureOptions } from '../bench-context.ts'
import { flush } from '../flush.ts'

/** What every measurement of a real database starts from. Its workspace is the bench's own, and holds no states. */
export interface DatabaseContext {
  readonly workspace: Workspace
  readonly options: FixtureOptions
  /** The fixture that the database was made of. */
  readonly label: string
  /** The database: to be read only, and like any other one not read-only by itself. */
  readonly file: string
}

/** As production has them; it makes a database of 1.1 GB of the profile "production". */
const RAW_DATA_BYTES = 10_000
/** For trying the bench out: its snapshots keep what the profile gives them. */
const SMALLEST = 'tiny'

/** What the past is recorded by, in place of TypeORM's table. */
const AS_ALEMBIC_LEFT_IT = [
  'DROP TABLE migrations',
  `CREATE TABLE alembic_version (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)`,
  `INSERT INTO alembic_version VALUES ('dedup_snaps_002')`,
]

/**
 * The fixture at DedupSnapshots as Alembic would have left it, a plain file. It is made where it is missing, and made
 * again when what makes the fixture has changed.
 * @throws StagegateError for an unknown profile.
 */
export async function databaseContext(profile: string, workspace: Workspace): Promise<DatabaseContext> {
  const bytes = profile === SMALLEST ? {} : { rawDataBytes: RAW_DATA_BYTES }
  const options = { ...(await fixtureOptions(profile, workspace)), ...bytes }
  const state = await fixtureState(options)
  const folder = join(workspace.root, 'databases')
  const file = join(folder, `${state.label}-${state.key.slice(0, 16)}.db`)
  await mkdir(folder, { recursive: true })
  if (!(await exists(file))) {
    await removeOutdated(folder, state)
    await make(file, state, workspace, options)
  }
  return { workspace, options, label: state.label, file }
}

/** It gets its name when it is whole, and the fixture, as large as itself, goes. */
async function make(
  file: string,
  state: State,
  workspace: Workspace,
  { store, source: { dataSource } }: FixtureOptions,
): Promise<void> {
  const { location: source } = await store.state(state)
  await using target = await open({ workspace, dataSource, source, label: 'database' })
  await runStatements(target, AS_ALEMBIC_LEFT_IT)
  flush(target.location)
  await rename(target.location, file)
  await store.clear()
}

async function removeOutdated(folder: string, { label }: State): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${label}-`)) await rm(join(folder, name), { force: true })
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
