import type { Dialect } from './dialect.ts'

/**
 * CROSS JOIN keeps SQLite to this order of the tables, whatever its statistics say. NOT INDEXED reads the members in the
 * order of their ids, which is the order of the index that is sought.
 */
export const sqliteDialect: Dialect = {
  list: (value) => `json_group_array(${value})`,
  moment: (column) => column,
  hour: (column) => `substr(${column}, 1, 13)`,
  bytes: (column) => column,
  members: 'clan_members AS member NOT INDEXED',
  given: (name) => `json_each(?) AS ${name}`,
  withEach: (from, table, as, where) => `${from} CROSS JOIN ${table} AS ${as}${where}`,
  /**
   * Of a range the ids, from the index alone, and the rows by their own ids. Sought in one step instead, the table would
   * be scanned for every member where somebody analysed the database while it was small.
   */
  withRange: (from, table, as, range, filter) => `${from}
  CROSS JOIN ${table} AS own
  CROSS JOIN ${table} AS ${as}
  WHERE ${range} AND ${as}.id = own.id${filter === undefined ? '' : ` AND ${filter}`}`,
  insertMember: 'INSERT INTO clan_members (username, role, joined_at, last_updated) VALUES (?, ?, ?, ?)',
  settleIds: null,
  /** Half a surrogate pair is no text in UTF-8: it would be written as bytes that nothing that is read equals. */
  storable: (text) => text.toWellFormed(),
}
