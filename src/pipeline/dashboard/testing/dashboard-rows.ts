/** The moment of the dashboard on this clan: its window begins 30 times 24 hours earlier, its charts at a midnight. */
export const DASHBOARD_NOW = '2025-12-22T15:00:00.000005Z'

/**
 * A clan at `DedupSnapshots` for what a dashboard must tell apart: rows on every edge and a microsecond beside it,
 * figures that fall or are missing, one snapshot alone, members who share a normalised name, a message that could be
 * two members', and rows of nobody.
 */
export const DASHBOARD_ROWS: readonly string[] = [
  `INSERT INTO clan_members (username, role, joined_at) VALUES
    ('Ann', 'owner', '2024-01-01 00:00:00.000000+00:00'),
    ('Bob', 'member', NULL), ('bob', 'member', NULL),
    ('Fell', NULL, NULL), ('Solo', '', NULL), ('Quiet', NULL, NULL), ('!!!', NULL, NULL)`,
  `INSERT INTO wom_snapshots (id, username, timestamp, total_xp, total_boss_kills) VALUES
    (5, 'Ann', '2025-10-23 23:59:59.999999+00:00', 0, 0),
    (4, 'Ann', '2025-10-24 00:00:00.000000+00:00', 100, 10),
    (3, 'Ann', '2025-11-23 00:00:00.000000+00:00', 150, 11),
    (2, 'Ann', '2025-12-22 23:59:59.999999+00:00', 400, NULL),
    (1, 'Ann', '2025-12-23 00:00:00.000000+00:00', 1000, 100),
    (10, 'Fell', '2025-12-01 12:00:00.000000+00:00', 500, 50),
    (11, 'Fell', '2025-12-02 12:00:00.000000+00:00', 400, 40),
    (12, 'Fell', '2025-12-03 12:00:00.000000+00:00', 450, NULL),
    (13, 'Fell', '2025-12-04 12:00:00.000000+00:00', NULL, 60),
    (20, 'Solo', '2025-11-22 15:00:00.000005+00:00', 7, 7),
    (30, 'Bob', '2025-12-01 00:00:00.000000+00:00', 0, 0),
    (31, 'Bob', '2025-12-02 00:00:00.000000+00:00', 1000000, 1000000),
    (32, 'bob', '2025-12-02 00:00:00.000000+00:00', 1, 1),
    (40, '!!!', '2025-12-01 00:00:00.000000+00:00', 0, 0),
    (41, '!!!', '2025-12-02 00:00:00.000000+00:00', 2000000, 2000000),
    (90, 'Gone', '2025-12-01 00:00:00.000000+00:00', 0, 0),
    (91, 'Gone', '2025-12-02 00:00:00.000000+00:00', 3000000, 3000000)`,
  `INSERT INTO discord_messages (id, author_id, author_name, created_at) VALUES
    (1, 1, 'Ann', '2025-11-22 15:00:00.000004'), (2, 1, 'Ann', '2025-11-22 15:00:00.000005'),
    (3, 1, 'ann', '2025-11-22 23:59:59.999999'), (4, 1, 'ANN', '2025-11-23 00:00:00.000000'),
    (5, 1, 'Ann', '2025-12-22 14:59:59.999999'), (6, 1, 'Ann', '2025-12-22 15:00:00.000005+00:00'),
    (7, 1, 'Ann', '2025-12-23 00:00:00.000000'), (8, 2, 'Fell', '2025-11-23 00:59:59.999999'),
    (20, 3, 'Bob', '2025-12-01 00:00:00.000000'), (21, 4, 'bob', '2025-12-01 00:00:00.000000'),
    (22, 4, 'BOB', '2025-12-01 00:00:00.000000'), (23, 5, '!!!', '2025-12-01 00:00:00.000000'),
    (24, 6, 'Gone', '2025-12-01 00:00:00.000000'), (25, NULL, NULL, '2025-12-01 00:00:00.000000'),
    (26, 7, '', '2025-12-01 00:00:00.000000')`,
  `INSERT INTO boss_snapshots (id, snapshot_id, boss_name, kills) VALUES
    (1, 1, 'zulrah', 5), (2, 1, 'vorkath', 0), (3, 1, 'obor', NULL), (4, 1, 'bryophyta', -1),
    (5, 3, 'zulrah', 500), (6, 13, 'zulrah', 5), (7, 13, 'hespori', 4), (8, 13, 'hespori', 6),
    (9, 13, 'hespori', 3), (10, 20, 'hespori', 2), (11, 31, 'zulrah', 1000), (12, 32, 'zulrah', 1),
    (13, 41, '__proto__', 9), (14, 91, 'zulrah', 7), (15, 777, 'zulrah', 8)`,
]
