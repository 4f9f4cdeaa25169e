import { BUILD_LOCK, ifUnlocked } from './advisory-lock.ts'
import { dropDatabase } from './drop-database.ts'
import type { Server } from './server.ts'
import { readRecord, readRecords } from './state-record.ts'

/** Of one label, this many states are kept however old they are. */
const KEPT = 2
/** A state that was used within the hour may be in use. Milliseconds. */
const AN_HOUR = 60 * 60 * 1000

/**
 * Drops the states of a label that others have superseded and that nobody has used for an hour. The latest two stay,
 * for whoever goes back and forth between branches.
 */
export async function pruneStates(server: Server, label: string, now: number): Promise<void> {
  const superseded = [...(await readRecords(server))]
    .filter(([, record]) => record.label === label)
    .sort(([, one], [, other]) => other.usedAt - one.usedAt)
    .slice(KEPT)
  for (const [name, { usedAt }] of superseded) {
    if (now - usedAt > AN_HOUR) await dropUnused(server, name, usedAt)
  }
}

/** Whoever asks for a state holds its lock, so that it is not dropped in that moment. */
async function dropUnused(server: Server, name: string, usedAt: number): Promise<void> {
  await ifUnlocked(server.address, BUILD_LOCK, name, async () => {
    if ((await readRecord(server, name))?.usedAt === usedAt) await dropDatabase(server, name)
  })
}
