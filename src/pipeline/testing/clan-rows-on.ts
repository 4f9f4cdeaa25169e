import { CLAN_ROWS } from '../../schema/testing/clan-rows.ts'
import type { EngineName } from './engines.ts'

/** The members of `CLAN_ROWS` in the order of their row ids, which PostgreSQL has none of. */
const MEMBERS = `INSERT INTO clan_members (username, role, joined_at, last_updated) VALUES
  ('Bob', 'owner', '2024-01-01 00:00:00.000000+00:00', '2025-12-22 15:00:00.000000+00:00'),
  ('bob', 'member', '2024-02-01 00:00:00.000000+00:00', NULL),
  ('Jo_hn', 'member', '2024-03-01 00:00:00.000000+00:00', NULL),
  ('Élan', 'member', NULL, NULL),
  ('Straße', NULL, NULL, NULL)`

/** The small clan at `DedupSnapshots`; its members' ids are others on PostgreSQL, and in the same order. */
export function clanRowsOn(engine: EngineName): readonly string[] {
  return engine === 'SQLite' ? CLAN_ROWS : [MEMBERS, ...CLAN_ROWS.slice(1)]
}
