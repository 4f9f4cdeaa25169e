import type { Dialect } from './dialect.ts'

/** The largest id that the sequence has given; NULL when it has given none. */
const LAST_GIVEN = `pg_sequence_last_value(pg_get_serial_sequence('clan_members', 'id')::regclass)`

/**
 * OFFSET 0 keeps PostgreSQL from joining in another way than row by row: by its statistics it would read all of the
 * table where it takes the members for many. The session's zone is UTC.
 */
export const postgresDialect: Dialect = {
  list: (value) => `coalesce(json_agg(${value}), '[]')`,
  moment: (column) => `to_char(${column}, 'YYYY-MM-DD HH24:MI:SS.US')`,
  hour: (column) => `to_char(${column}, 'YYYY-MM-DD HH24')`,
  /** The database may sort names as a dictionary does. */
  bytes: (column) => `${column} COLLATE "C"`,
  members: '(SELECT id FROM clan_members ORDER BY id) AS member',
  given: (name) => `(SELECT element::bigint AS value FROM json_array_elements_text(?) AS element) AS ${name}`,
  withEach: (from, table, as, where) =>
    `${from} CROSS JOIN LATERAL (SELECT ${as}.* FROM ${table} AS ${as}${where} OFFSET 0) AS ${as}`,
  withRange: (from, table, as, range, filter) =>
    `${from} CROSS JOIN LATERAL (SELECT own.* FROM ${table} AS own WHERE ${range} OFFSET 0) AS ${as}${
      filter === undefined
        ? ''
        : `
  WHERE ${filter}`
    }`,
  /** A sequence would go on by itself, and leave a gap where a harvest is killed before its transaction ends. */
  insertMember: `
  INSERT INTO clan_members (id, username, role, joined_at, last_updated)
  SELECT coalesce(greatest(${LAST_GIVEN}, (SELECT max(id) FROM clan_members)), 0) + 1, ?, ?, ?, ?`,
  settleIds: `
  SELECT setval(pg_get_serial_sequence('clan_members', 'id'), max(id)) FROM clan_members
  HAVING max(id) > coalesce(${LAST_GIVEN}, 0)`,
  /** PostgreSQL's texts cannot have U+0000 either: it becomes what half a surrogate pair becomes. */
  storable: (text) => text.toWellFormed().replaceAll('\0', '\ufffd'),
}
