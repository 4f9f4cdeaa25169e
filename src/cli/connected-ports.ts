import type { FixtureRequest, OnProgress, Ports } from './ports.ts'

/** The fixtures of this project, behind the ports. Loaded when they are needed: help does not wait for a database. */
export const connectedPorts: Ports = {
  fixtures: {
    async profiles() {
      const { listProfiles } = await import('../fixture/list-profiles.ts')
      return listProfiles()
    },
    async build(request, onProgress) {
      const { buildFixture } = await cache()
      return buildFixture(request, onProgress)
    },
    async list() {
      const { listFixtures } = await cache()
      return listFixtures()
    },
    async clear() {
      const { clearFixtures } = await cache()
      return clearFixtures()
    },
  },
  prepare,
}

/** The fixture is what every scenario begins with; building it ahead shows how far it is, and only once for all workers. */
async function prepare(request: FixtureRequest, onProgress: OnProgress): Promise<void> {
  const { buildFixture } = await cache()
  const { MigrationFailed } = await import('../fixture/fixture-state.ts')
  try {
    await buildFixture(request, onProgress)
  } catch (error) {
    // That the past cannot be built is for the plan to find: its gates say which migration, and the verdict counts them.
    if (!(error instanceof MigrationFailed)) throw error
  }
}

function cache() {
  return import('../fixture/fixture-cache.ts')
}
