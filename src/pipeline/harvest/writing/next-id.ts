import type { Queries } from './queries.ts'

/** Boss rows outlive their snapshots: a new one must not come by what another has left behind. */
const LARGEST = {
  snapshot: `SELECT max(id) AS largest FROM (
    SELECT max(id) AS id FROM wom_snapshots UNION ALL SELECT max(snapshot_id) FROM boss_snapshots
  ) AS taken`,
  boss: 'SELECT max(id) AS largest FROM boss_snapshots',
} as const

/** The id of the next row: the one after the largest. */
export async function nextId(db: Queries, of: keyof typeof LARGEST): Promise<bigint> {
  const [row]: readonly { readonly largest: number | bigint | null }[] = await db.query(LARGEST[of])
  return BigInt(row?.largest ?? 0) + 1n
}
