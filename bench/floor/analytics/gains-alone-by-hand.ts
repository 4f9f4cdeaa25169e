import type { Database } from 'better-sqlite3'
import type { Gains } from '../../../src/pipeline/analytics/gains.ts'

/** Two seeks a member, and the difference made where the rows are. `max` of a null is null, as it should be. */
const SQL = `
  SELECT json_group_array(json_array(
    member.id, max(0, later.total_xp - earlier.total_xp), max(0, later.total_boss_kills - earlier.total_boss_kills)
  ))
  FROM clan_members AS member NOT INDEXED
  JOIN wom_snapshots AS earlier ON earlier.id = (
    SELECT first.id FROM wom_snapshots AS first WHERE first.user_id = member.id AND first."timestamp" >= ?
    ORDER BY first."timestamp", first.id LIMIT 1
  )
  JOIN wom_snapshots AS later ON later.id = (
    SELECT latest.id FROM wom_snapshots AS latest WHERE latest.user_id = member.id
    ORDER BY latest."timestamp" DESC, latest.id DESC LIMIT 1
  )`

/**
 * The gains by one statement, for somebody who wants nothing but them: half of the work of the two maps.
 * @param cutoff as the column writes it.
 */
export function gainsAloneByHand(database: Database, cutoff: string): () => ReadonlyMap<number, Gains> {
  const statement = database.prepare<[string], string>(SQL).pluck()
  return () => {
    const rows: readonly GainsRow[] = JSON.parse(statement.get(cutoff) ?? '[]')
    const gains = new Map<number, Gains>()
    for (const row of rows) gains.set(row[0], { experience: row[1], bossKills: row[2] })
    return gains
  }
}

type GainsRow = readonly [member: number, experience: number | null, bossKills: number | null]
