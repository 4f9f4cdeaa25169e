import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Of one label, this many states are kept however old they are. */
const KEPT = 2
/** A state that was used within the hour may be in use. Milliseconds. */
const AN_HOUR = 60 * 60 * 1000

/** Notes that a state is being used, so that it is not pruned. */
export async function markUsed(state: string, now: Date): Promise<void> {
  await utimes(state, now, now)
}

/**
 * Removes the states that this one has superseded: those of the same label, made by other profiles, generators or
 * migrations, that nobody has used for an hour. The latest two stay, for whoever goes back and forth between branches.
 */
export async function pruneStates(state: string, now: Date): Promise<void> {
  const folder = dirname(state)
  const siblings = (await readdir(folder)).filter((name) => labelOf(name) === labelOf(basename(state)))
  const used = await Promise.all(
    siblings.map(async (name) => ({ name, at: await usedAt(join(folder, name)) })),
  )
  const superseded = used
    .sort((a, b) => b.at - a.at)
    .slice(KEPT)
    .filter(({ at }) => now.getTime() - at > AN_HOUR)
  for (const { name } of superseded) await removeState(folder, name)
}

/** Somebody else may prune at the same moment: what is gone by now is as old as can be. */
async function usedAt(state: string): Promise<number> {
  return stat(state).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}

async function removeState(folder: string, name: string): Promise<void> {
  const stem = name.replace(/db$/, '')
  const besides = (await readdir(folder)).filter((file) => file.startsWith(stem))
  for (const file of besides) await rm(join(folder, file), { force: true })
}

function labelOf(name: string): string | undefined {
  return /^(.+)-[0-9a-f]{16}\.db$/.exec(name)?.[1]
}
