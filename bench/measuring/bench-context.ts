import { join } from 'node:path'
import { type FixtureOptions, fixtureState } from '../../src/fixture/fixture-state.ts'
import { loadProfile } from '../../src/fixture/load-profile.ts'
import { cachedState } from '../../src/harness/target/cached-state.ts'
import { loadDataSource } from '../../src/harness/target/load-data-source.ts'
import { sqliteStore } from '../../src/harness/target/sqlite/sqlite-store.ts'
import { openWorkspace, type Workspace } from '../../src/harness/target/workspace.ts'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../..')

/**
 * What every measurement starts from. Its workspace is not the developer's: a measurement empties caches, and nobody
 * else's states make it faster.
 */
export interface BenchContext {
  readonly workspace: Workspace
  readonly options: FixtureOptions
  /** The finished fixture. Read-only. */
  readonly fixture: string
}

/** Builds the fixture where it is missing. @throws StagegateError for an unknown profile. */
export async function benchContext(profile: string): Promise<BenchContext> {
  const workspace = await openBenchWorkspace('bench')
  const options = await fixtureOptions(profile, workspace)
  return { workspace, options, fixture: await cachedState(workspace, await fixtureState(options)) }
}

export function openBenchWorkspace(name: string): Promise<Workspace> {
  return openWorkspace({ STAGEGATE_CACHE: join(ROOT, '.cache', name) })
}

export async function fixtureOptions(profile: string, workspace: Workspace): Promise<FixtureOptions> {
  return {
    store: sqliteStore(workspace),
    source: await loadDataSource(join(ROOT, 'ormconfig.ts')),
    profile: await loadProfile(profile),
  }
}
