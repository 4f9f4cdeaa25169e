import { resolve } from 'node:path'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { formatBytes } from '../harness/vocabulary/format.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import type { CliEnvironment } from './cli-environment.ts'
import type { CachedFixture } from './ports.ts'
import { POSTGRES_URL, postgresServer } from './postgres-server.ts'
import { progressLine } from './progress-line.ts'

/** The options of `stagegate fixture build`, as they were given. */
export interface BuildOptions {
  readonly engine: Engine
  readonly postgresUrl?: string
  readonly profile: string
  readonly rawDataBytes?: number
  readonly dataSource: string
}

/** Builds a fixture, or finds it in the cache, and prints where it is. */
export async function buildFixture(options: BuildOptions, environment: CliEnvironment): Promise<void> {
  const { cwd, stdout, ports } = environment
  const { engine, profile, rawDataBytes = null, dataSource } = options
  if (engine === 'postgres') nameServer(options, environment)
  using progress = progressLine(environment)
  const request = { engine, profile, rawDataBytes, dataSource: resolve(cwd, dataSource) }
  const built = await ports.fixtures.build(request, progress.show)
  progress[Symbol.dispose]()
  stdout.write(`${line(built)}\n`)
}

/** What is built on a server is found by its name. A container would go with this command, and the fixture with it. */
function nameServer({ postgresUrl }: BuildOptions, { env, setVariables }: CliEnvironment): void {
  const server = postgresServer(postgresUrl, env)
  if (server === null)
    throw new StagegateError({
      what: 'A fixture on PostgreSQL needs a server that stays.',
      where: '--engine postgres',
      cause: 'No server is named, and a container goes with the command that starts it.',
      next: 'Name a server by STAGEGATE_POSTGRES_URL or --postgres-url. Runs in a container build what they need.',
    })
  setVariables({ [POSTGRES_URL]: server.url })
}

/** Prints what the cache of fixtures holds. */
export async function listFixtures({ stdout, ports }: CliEnvironment): Promise<void> {
  const cached = await ports.fixtures.list()
  stdout.write(
    cached.length === 0 ? 'The cache is empty.\n' : `${[...cached.map(line), total(cached)].join('\n')}\n`,
  )
}

/** Empties the cache of fixtures. */
export async function clearFixtures({ stdout, ports }: CliEnvironment): Promise<void> {
  const removed = await ports.fixtures.clear()
  stdout.write(removed.length === 0 ? 'The cache was empty.\n' : `Removed ${total(removed)}\n`)
}

function line({ name, bytes, location }: CachedFixture): string {
  return `${name}  ${formatBytes(bytes)}  ${location}`
}

function total(cached: readonly CachedFixture[]): string {
  const bytes = cached.reduce((sum, fixture) => sum + fixture.bytes, 0)
  return `${cached.length} ${cached.length === 1 ? 'database' : 'databases'}, ${formatBytes(bytes)}`
}
