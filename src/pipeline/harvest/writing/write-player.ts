import type { DataSource } from 'typeorm'
import { snapshotsToStore } from '../snapshots-to-store.ts'
import type { ListedMember, PlayerSnapshot } from '../sources/clan-source.ts'
import type { HarvestSchema } from './harvest-schema.ts'
import { storedDays } from './stored-days.ts'
import { type MemberChange, writeMember } from './write-member.ts'
import { writeSnapshots } from './write-snapshots.ts'

export interface AnsweredPlayer {
  /** Under which the player is stored. */
  readonly username: string
  /** Null when there was no list: the member's own row stays as it is. */
  readonly listed: ListedMember | null
  readonly snapshots: readonly PlayerSnapshot[]
}

export interface WrittenPlayer {
  readonly change: MemberChange
  readonly snapshots: number
  readonly bosses: number
  /** Bosses that were never killed, in the snapshots that were stored. */
  readonly bossesSkipped: number
}

/** Stores a member and all that was answered about it, or nothing of it: in one transaction. */
export function writePlayer(
  db: DataSource,
  schema: HarvestSchema,
  { username, listed, snapshots }: AnsweredPlayer,
): Promise<WrittenPlayer> {
  return db.transaction(async (manager) => {
    const change = listed === null ? 'none' : await writeMember(manager, schema, username, listed)
    const moments = snapshots.map(({ timestamp }) => timestamp)
    const fresh = snapshotsToStore(snapshots, await storedDays(manager, username, moments))
    const bosses = fresh.length === 0 ? 0 : await writeSnapshots(manager, schema, username, fresh)
    const answered = fresh.reduce((sum, snapshot) => sum + snapshot.bosses.length, 0)
    return { change, snapshots: fresh.length, bosses, bossesSkipped: answered - bosses }
  })
}
