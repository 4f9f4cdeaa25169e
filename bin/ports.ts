import type { EngineOptions, Ports, RunningEngine } from '../src/cli/ports.ts'
import { buildFixture, clearFixtures, listFixtures } from '../src/fixture/fixture-cache.ts'
import { listProfiles } from '../src/fixture/list-profiles.ts'
import { MigrationFailed } from '../src/harness/migration/advance-state.ts'
import { startServer } from '../src/harness/target/postgres/start-server.ts'
import { useServer } from '../src/harness/target/postgres/use-server.ts'
import { checkSource } from '../src/harness/target/source/check-source.ts'
import { sqliteVersion } from '../src/plan/sqlite-version.ts'
import { takeDatabase } from '../src/staging/take-database.ts'
import { adoption } from './adoption.ts'
import { backups } from './backups.ts'

/** Connects the command line with the engines and the fixtures. The only place that knows them all. */
export const ports: Ports = {
  adoption,
  backups,
  engines: { start: (engine, options) => (engine === 'sqlite' ? sqlite() : postgres(options)) },
  fixtures: { profiles: listProfiles, build: buildFixture, list: listFixtures, clear: clearFixtures },
  databases: { check: (database) => checkSource(database), take: takeDatabase },
  async prepare(request, onProgress) {
    try {
      await buildFixture(request, onProgress)
    } catch (error) {
      // A migration that fails is for the plan to find: every scenario that needs the fixture will say so.
      if (!(error instanceof MigrationFailed)) throw error
    }
  },
}

/** There is nothing to start: it lives in the process of whoever uses it. */
async function sqlite(): Promise<RunningEngine> {
  return { engine: 'sqlite', version: await sqliteVersion(), variables: {}, async [Symbol.asyncDispose]() {} }
}

async function postgres({ url, image, onProgress, signal }: EngineOptions): Promise<RunningEngine> {
  onProgress({ what: url === undefined ? 'PostgreSQL in a container' : 'PostgreSQL', done: 0, total: 1 })
  const server =
    url === undefined
      ? await startServer({ signal, ...(image === undefined ? {} : { image }) })
      : await useServer(url)
  return {
    engine: 'postgres',
    version: server.version,
    variables: { STAGEGATE_POSTGRES_URL: server.url },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
