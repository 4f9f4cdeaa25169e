import Database from 'better-sqlite3'
import { normaliseUsername } from '../../../src/pipeline/usernames.ts'
import { type Moment, storedMoment } from '../../../src/schema/values/moment.ts'
import { type ClanRoll, clanRoll } from '../../figures/clan-roll.ts'

export interface Clan {
  readonly roll: ClanRoll
  /** The moment of the last snapshot that is at least 30 days older than the newest one. */
  readonly cutoff: Moment
}

/** Reads what the questions are about. @throws RangeError for a database without snapshots. */
export function readClan(location: string): Clan {
  const database = new Database(location, { readonly: true })
  try {
    const members = database
      .prepare<[], { readonly id: number; readonly username: string }>(
        'SELECT id, username FROM clan_members ORDER BY id',
      )
      .all()
      .map(({ id, username }) => ({ id, name: normaliseUsername(username) }))
    return { roll: clanRoll(members), cutoff: cutoffOf(database) }
  } finally {
    database.close()
  }
}

function cutoffOf(database: Database.Database): Moment {
  const cutoff = database
    .prepare<[], string | null>(
      `SELECT max("timestamp") FROM wom_snapshots WHERE "timestamp" <= (
         SELECT datetime(substr(max("timestamp"), 1, 19), '-30 days') || substr(max("timestamp"), 20)
         FROM wom_snapshots
       )`,
    )
    .pluck()
    .get()
  if (!cutoff) throw new RangeError('There is no snapshot that is 30 days older than another one.')
  return storedMoment('+00:00').from(cutoff)
}
