// The command line with fixtures that need no database, for tests of what is around them.
import { fileURLToPath } from 'node:url'

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../../../tsconfig.json', import.meta.url))
const { register } = await import('tsx/esm/api')
register()

const { start } = await import('../start.ts')
const fixture = { name: 'tiny at DedupSnapshots', location: '/cache/tiny.db', bytes: 1000 }
await start({
  fixtures: {
    profiles: async () => ['production', 'staging', 'tiny'],
    build: async () => fixture,
    list: async () => [fixture],
    clear: async () => [],
  },
  prepare: async () => {},
})
