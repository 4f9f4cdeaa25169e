/**
 * A clan at `DedupSnapshots` for what the analytics must tell apart. Ids do not follow time. Beside the members there are
 * one who left, a bot, and names that are spelt in several ways.
 */
export const ANALYTICS_ROWS: readonly string[] = [
  `INSERT INTO clan_members (username, role, joined_at, last_updated) VALUES
    ('Ann', 'owner', '2024-01-01 00:00:00.000000+00:00', '2025-12-22 15:00:00.123456+00:00'),
    ('Tie', 'member', '2024-02-01 00:00:00.000000+00:00', NULL),
    ('No Snaps', 'member', NULL, NULL),
    ('Silent', NULL, NULL, NULL),
    ('Nobody', NULL, NULL, NULL),
    ('Nulls', NULL, NULL, NULL),
    ('Élan', NULL, NULL, NULL),
    ('Jo_hn', NULL, NULL, NULL),
    ('Micro', NULL, NULL, NULL)`,
  `INSERT INTO wom_snapshots (id, username, timestamp, total_xp, total_boss_kills, ehp, ehb, raw_data) VALUES
    (12, 'Ann', '2025-11-01 12:00:00.000000+00:00', 100, 10, 1.5, 0.25, '{}'),
    (10, 'Ann', '2025-12-01 12:00:00.000000+00:00', 150, 8, 2.5, 0.5, '{}'),
    (11, 'Ann', '2025-12-10 12:00:00.000000+00:00', 9007199254740991, 9, 3.5, 0.75, '{}'),
    (23, 'Tie', '2025-11-30 00:00:00.000000+00:00', 1, 1, 1, 1, '{}'),
    (21, 'Tie', '2025-12-01 12:00:00.000000+00:00', 2, 2, 2, 2, '{}'),
    (20, 't ie', '2025-12-01 12:00:00.000000+00:00', 3, 3, 3, 3, '{}'),
    (24, 'Tie', '2025-12-05 12:00:00.000000+00:00', 4, 4, 4, 4, '{}'),
    (25, 'T-IE', '2025-12-05 12:00:00.000000+00:00', 5, 5, 5, 5, '{}'),
    (30, 'Silent', '2025-12-01 11:59:59.999999+00:00', 7, 7, 7, 7, '{}'),
    (40, 'Nulls', '2025-11-15 00:00:00.000000+00:00', 500, NULL, NULL, NULL, NULL),
    (41, 'Nulls', '2025-12-15 00:00:00.000000+00:00', NULL, 5, 0, NULL, NULL),
    (51, 'ÉLAN', '2025-12-02 00:00:00.000000+00:00', 80, 0, 0, 0, NULL),
    (50, 'Élan', '2025-12-03 00:00:00.000000+00:00', 70, 1, 0, 0, NULL),
    (60, 'Jo_hn', '2025-10-01 00:00:00.000000+00:00', 0, 0, 0, 0, NULL),
    (71, 'Micro', '2025-12-01 12:00:00.000001+00:00', 1, 1, 1, 1, NULL),
    (70, 'Micro', '2025-12-01 12:00:00.000002+00:00', 2, 2, 2, 2, NULL),
    (90, 'Gone', '2025-12-20 00:00:00.000000+00:00', 1000, 1, 1, 1, '{}'),
    (91, 'MEE6', '2025-12-20 00:00:00.000000+00:00', 1000, 1, 1, 1, '{}')`,
  `INSERT INTO discord_messages (id, author_id, author_name, created_at) VALUES
    (1318672905128575079, 1, 'Ann', '2025-12-01 12:00:00.000000'),
    (1318672905128575080, 1, 'ann', '2025-12-01 12:00:00.000000'),
    (1318672905128575081, 1, 'ANN', '2025-12-01 11:59:59.999999'),
    (9223372036854775807, 9223372036854775807, 'Ann', '2025-12-09 00:00:00.000000'),
    (1, 2, 'Tie', '2025-11-30 12:00:00.000000'),
    (2, 2, 'T_ie', '2025-12-02 00:00:00.000000'),
    (3, 3, 'no snaps', '2025-12-03 00:00:00.500000'),
    (4, 3, 'NoSnaps', '2025-12-04 00:00:00.000000'),
    (5, 4, 'élan', '2025-12-05 00:00:00.000000'),
    (6, 4, 'E\u0301LAN', '2025-12-06 00:00:00.000000'),
    (7, 5, 'elan', '2025-12-07 00:00:00.000000'),
    (8, 6, 'jo hn', '2025-09-01 00:00:00.000000'),
    (9, 7, 'Micro', '2025-12-01 12:00:00.000001'),
    (20, 90, 'Gone', '2025-12-20 00:00:00.000000'),
    (21, 91, 'MEE6', '2025-12-20 00:00:00.000000'),
    (22, NULL, NULL, '2025-12-20 00:00:00.000000'),
    (23, 92, '', '2025-12-20 00:00:00.000000'),
    (24, 92, '___', '2025-12-20 00:00:00.000000')`,
]

/**
 * At head, links what the migration rightly leaves alone: spellings that are not the member's, as after a change of the
 * name. Only then both families mean the same rows.
 */
export const LINKED_BY_HAND: readonly string[] = [
  ...link('wom_snapshots', 'username', 'Tie', ['t ie', 'T-IE']),
  ...link('wom_snapshots', 'username', 'Élan', ['ÉLAN']),
  ...link('discord_messages', 'author_name', 'Tie', ['T_ie']),
  ...link('discord_messages', 'author_name', 'No Snaps', ['NoSnaps']),
  ...link('discord_messages', 'author_name', 'Jo_hn', ['jo hn']),
]

function link(table: string, column: string, username: string, spellings: readonly string[]): string[] {
  return spellings.map(
    (spelling) =>
      `UPDATE ${table} SET user_id = (SELECT id FROM clan_members WHERE username = '${username}')
       WHERE ${column} = '${spelling}'`,
  )
}
