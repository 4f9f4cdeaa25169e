/** A small clan as it was at `DedupSnapshots`, with one row of every kind that linking tells apart. */
export const CLAN_ROWS: readonly string[] = [
  `INSERT INTO clan_members (rowid, username, role, joined_at, last_updated) VALUES
    (2, 'Bob', 'owner', '2024-01-01 00:00:00.000000+00:00', '2025-12-22 15:00:00.000000+00:00'),
    (3, 'bob', 'member', '2024-02-01 00:00:00.000000+00:00', NULL),
    (7, 'Élan', 'member', NULL, NULL),
    (8, 'Straße', NULL, NULL, NULL),
    (5, 'Jo_hn', 'member', '2024-03-01 00:00:00.000000+00:00', NULL)`,
  `INSERT INTO wom_snapshots (id, username, timestamp, total_xp, total_boss_kills, ehp, ehb, raw_data) VALUES
    (1, 'Bob', '2025-12-01 00:00:00.000000+00:00', 9007199254740993, 10, 1.5, 0.1, '{"a":1}'),
    (2, 'bob', '2025-12-01 00:00:00.000000+00:00', 100, 20, 2.5, 0.2, '{}'),
    (3, 'élan', '2025-12-01 00:00:00.000000+00:00', 100, 30, NULL, NULL, NULL),
    (4, 'Gone', '2025-12-02 00:00:00.000000+00:00', 100, 40, NULL, NULL, NULL),
    (9, 'Bob', '2025-12-03 00:00:00.000000+00:00', 200, 50, NULL, NULL, NULL)`,
  `INSERT INTO discord_messages (id, author_id, author_name, content, created_at) VALUES
    (1318672905128575079, 300000000000000001, 'bob', 'exactly one of two', '2025-12-01 10:00:00.000000'),
    (1318672905128575080, 300000000000000001, 'BOB', 'ambiguous', '2025-12-01 10:00:01.000000'),
    (1318672905128575081, 9223372036854775807, 'éLAN', 'beyond ASCII', '2025-12-01 10:00:02.000000'),
    (1318672905128575082, 4, 'STRASSE', 'longer when folded', '2025-12-01 10:00:03.000000'),
    (1318672905128575083, 5, 'jo_HN', 'plain', '2025-12-01 10:00:04.000000'),
    (1318672905128575084, 6, 'john', 'not the same name', '2025-12-01 10:00:05.000000'),
    (1318672905128575085, 7, ' Bob', 'a space in front', '2025-12-01 10:00:06.000000'),
    (9223372036854775807, 8, NULL, 'nobody', '2025-12-01 10:00:07.000000')`,
  `INSERT INTO boss_snapshots (id, snapshot_id, boss_name, kills, rank) VALUES
    (1, 1, 'zulrah', 5, 100), (2, 1, 'vorkath', 6, 200), (3, 9, 'zulrah', 7, NULL), (4, 777, 'zulrah', 8, 300)`,
  `INSERT INTO wom_records (id, username, fetch_date, xp_30d) VALUES (1, 'Bob', '2025-12-01 00:00:00.000000', 5)`,
  `INSERT INTO skill_snapshots (id, snapshot_id, skill_name, xp) VALUES (1, 1, 'mining', 5)`,
]

/** The same rows for a database without row ids: members in the order that their row ids have. */
export const CLAN_ROWS_IN_ORDER: readonly string[] = CLAN_ROWS.map((sql) =>
  sql.includes('(rowid, username')
    ? `INSERT INTO clan_members (username, role, joined_at, last_updated) VALUES
    ('Bob', 'owner', '2024-01-01 00:00:00.000000+00:00', '2025-12-22 15:00:00.000000+00:00'),
    ('bob', 'member', '2024-02-01 00:00:00.000000+00:00', NULL),
    ('Jo_hn', 'member', '2024-03-01 00:00:00.000000+00:00', NULL),
    ('Élan', 'member', NULL, NULL),
    ('Straße', NULL, NULL, NULL)`
    : sql,
)

/** What production has beyond its migrations. */
export const HAND_MADE: readonly string[] = [
  'ALTER TABLE clan_members ADD COLUMN id INTEGER',
  'CREATE INDEX idx_discord_author_lower ON discord_messages (lower(author_name))',
  'CREATE INDEX idx_wom_snapshots_username_timestamp ON wom_snapshots (username, timestamp)',
]
