import type { Ports } from '../src/cli/ports.ts'
import { buildFixture, clearFixtures, listFixtures } from '../src/fixture/fixture-cache.ts'
import { MigrationFailed } from '../src/fixture/fixture-state.ts'
import { listProfiles } from '../src/fixture/list-profiles.ts'

/** Connects the command line with the fixtures. The only place that knows both. */
export const ports: Ports = {
  fixtures: { profiles: listProfiles, build: buildFixture, list: listFixtures, clear: clearFixtures },
  async prepare(request, onProgress) {
    try {
      await buildFixture(request, onProgress)
    } catch (error) {
      // A migration that fails is for the plan to find: every scenario that needs the fixture will say so.
      if (!(error instanceof MigrationFailed)) throw error
    }
  },
}
