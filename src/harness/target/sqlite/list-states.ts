import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptState } from '../store.ts'
import type { Workspace } from '../workspace.ts'

/** The finished states of a workspace, sorted by label and file. */
export async function listStates({ states }: Workspace): Promise<readonly KeptState[]> {
  const files = (await readdir(states)).filter((file) => file.endsWith('.db')).sort()
  return Promise.all(
    files.map(async (file) => {
      const location = join(states, file)
      return { label: labelOf(file), location, bytes: (await stat(location)).size }
    }),
  )
}

/** Removes all of them. With each database goes what was kept beside it. */
export async function removeStates({ states }: Workspace): Promise<void> {
  for (const file of await readdir(states)) await rm(join(states, file), { recursive: true, force: true })
}

function labelOf(file: string): string {
  return /^(.+)-[0-9a-f]{16}\.db$/.exec(file)?.[1] ?? file
}
