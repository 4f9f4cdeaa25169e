/** What is read of a snapshot, whose table stands in the query as `snapshot`. Its 10 KB of `raw_data` never are. */
export const SNAPSHOT_COLUMNS =
  'snapshot.id, snapshot.timestamp, snapshot.total_xp, snapshot.total_boss_kills, snapshot.ehp, snapshot.ehb'
