import { resolve } from 'node:path'
import { formatBytes } from '../harness/vocabulary/format.ts'
import type { CliEnvironment } from './cli-environment.ts'
import type { CachedFixture } from './ports.ts'
import { progressLine } from './progress-line.ts'

/** The options of `stagegate fixture build`, as they were given. */
export interface BuildOptions {
  readonly profile: string
  readonly rawDataBytes?: number
  readonly dataSource: string
}

/** Builds a fixture, or finds it in the cache, and prints where it is. */
export async function buildFixture(options: BuildOptions, environment: CliEnvironment): Promise<void> {
  const { cwd, stdout, ports } = environment
  using progress = progressLine(environment)
  const { profile, rawDataBytes = null, dataSource } = options
  const request = { profile, rawDataBytes, dataSource: resolve(cwd, dataSource) }
  const built = await ports.fixtures.build(request, progress.show)
  progress[Symbol.dispose]()
  stdout.write(`${line(built)}\n`)
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
