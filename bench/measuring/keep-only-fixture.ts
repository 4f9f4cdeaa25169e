import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BenchContext } from './bench-context.ts'

/** Empties the cache, except for the fixture. Beside a state lies what is known of it, under the same name. */
export async function keepOnlyFixture({ workspace, fixture }: BenchContext): Promise<void> {
  const name = basename(fixture, '.db')
  for (const file of await readdir(workspace.states)) {
    if (!file.startsWith(name)) await rm(join(workspace.states, file), { recursive: true, force: true })
  }
}
