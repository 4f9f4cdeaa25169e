import { randomUUID } from 'node:crypto'
import { access, chmod, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildLock } from './build-lock.ts'
import { writeFacts } from './facts-of-state.ts'
import { markUsed, pruneStates } from './prune-states.ts'
import type { State } from './state.ts'
import { ownFolder, type Workspace } from './workspace.ts'

/** Where a finished state lies. */
function stateLocation(workspace: Workspace, state: Pick<State, 'label' | 'key'>): string {
  return join(workspace.states, `${state.label}-${state.key.slice(0, 16)}.db`)
}

/**
 * The file of a state, built when it is not there yet. It is read-only: copy it.
 * A state gets its name only when it is whole and on the disk, so that a killed run leaves nothing that could be
 * taken for one. When several processes want it at once, one builds it and the others wait.
 */
export async function cachedState(workspace: Workspace, state: State): Promise<string> {
  const location = stateLocation(workspace, state)
  if (await exists(location)) {
    await markUsed(location, new Date())
    return location
  }
  await using _lock = await buildLock(location)
  // Somebody else may have built it while we waited.
  if (await exists(location)) return location
  const unfinished = join(await ownFolder(workspace), `${state.label}-${randomUUID().slice(0, 8)}.unfinished`)
  try {
    const facts = await state.build(unfinished)
    await flush(unfinished)
    await chmod(unfinished, 0o444)
    for (const [name, value] of Object.entries(facts ?? {})) await writeFacts(location, name, value)
    await rename(unfinished, location)
    await pruneStates(location, new Date())
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(unfinished + suffix, { force: true })
  }
  return location
}

async function exists(location: string): Promise<boolean> {
  return access(location).then(
    () => true,
    () => false,
  )
}

async function flush(location: string): Promise<void> {
  const file = await open(location, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
