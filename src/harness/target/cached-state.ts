import { access, chmod, open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buildLock } from './build-lock.ts'
import { writeFacts } from './facts-of-state.ts'
import type { OpenTarget } from './open-target.ts'
import { markUsed, pruneStates } from './prune-states.ts'
import type { State } from './state.ts'
import type { Workspace } from './workspace.ts'

/** Where a finished state lies. */
function stateLocation(workspace: Workspace, state: Pick<State, 'label' | 'key'>): string {
  return join(workspace.states, `${state.label}-${state.key.slice(0, 16)}.db`)
}

/**
 * The file of a state, built when it is not there yet. It is read-only: copy it.
 * A state gets its name only when it is whole, and on the disk where a later run may find it, so that a killed run leaves
 * nothing that could be taken for one. When several processes want it at once, one builds it and the others wait.
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
  const { target, facts } = await state.build()
  // What has been taken over is not there any more, and what has not must not stay.
  await using unfinished = target
  await takeOver(unfinished, location, !workspace.ofOneRun, async () => {
    for (const [name, value] of Object.entries(facts ?? {})) await writeFacts(location, name, value)
  })
  await pruneStates(location, new Date())
  return location
}

async function takeOver(
  target: OpenTarget,
  location: string,
  lasting: boolean,
  beside: () => Promise<void>,
): Promise<void> {
  if (target.address.engine !== 'sqlite') throw new Error(`a state on ${target.engine} is no file`)
  const { file } = target.address
  await using _lease = target.lease('one that takes it over')
  for (const suffix of ['-journal', '-wal']) await refuseContent(file + suffix)
  if (lasting) await flush(file)
  await chmod(file, 0o444)
  await beside()
  await rename(file, location)
}

/** A journal that is not empty holds a part of the database, which the file by itself is not. */
async function refuseContent(journal: string): Promise<void> {
  const size = await stat(journal).then(
    (found) => found.size,
    () => 0,
  )
  if (size > 0) throw new Error(`the database is not closed: ${journal} holds a part of it`)
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
