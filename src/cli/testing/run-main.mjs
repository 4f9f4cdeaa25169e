// The command line with engines and fixtures that need no database, for tests of what is around them.
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../../../tsconfig.json', import.meta.url))
const { register } = await import('tsx/esm/api')
register()

const { start } = await import('../start.ts')
const { StagegateError } = await import('../../harness/vocabulary/stagegate-error.ts')
const fixture = { name: 'tiny at DedupSnapshots', location: '/cache/tiny.db', bytes: 1000 }

/** Says on standard error what is done to PostgreSQL; PRETEND says how it behaves. */
async function startEngine(engine, { url, image, onProgress }) {
  if (engine === 'sqlite') return running(engine, '3.0.0', {}, async () => {})
  const pretend = process.env.PRETEND ?? ''
  if (pretend === 'missing')
    throw new StagegateError({ what: 'No container engine answers.', next: 'Start Docker.' })
  onProgress({ what: 'PostgreSQL', done: 0, total: 1 })
  process.stderr.write(`STARTING ${image ?? ''}\n`)
  if (pretend === 'slow') await setTimeout(1500)
  return running(engine, '15.0', { STAGEGATE_POSTGRES_URL: url ?? 'postgresql://in@container' }, async () => {
    await setTimeout(100)
    process.stderr.write('STOPPED\n')
    if (pretend === 'stuck') throw new Error('postgresql://me:secret@db does not let go')
  })
}

function running(engine, version, variables, stop) {
  return { engine, version, variables, [Symbol.asyncDispose]: stop }
}

await start({
  engines: { start: startEngine },
  fixtures: {
    profiles: async () => ['production', 'staging', 'tiny'],
    build: async ({ engine }) => ({
      ...fixture,
      location: engine === 'sqlite' ? fixture.location : (process.env.STAGEGATE_POSTGRES_URL ?? ''),
    }),
    list: async () => [fixture],
    clear: async () => [],
  },
  prepare: async () => {
    if (process.env.PRETEND === 'slow') process.stderr.write('PREPARED\n')
  },
})
