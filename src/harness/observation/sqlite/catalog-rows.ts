import type { Connection } from '../connection.ts'

/** What SQLite's pragmas say of all tables, one list a pragma. Only small integers: they pass as numbers safely. */
export interface CatalogRows {
  readonly objects: readonly ObjectRow[]
  readonly tables: readonly TableRow[]
  readonly columns: readonly ColumnRow[]
  readonly indexes: readonly IndexRow[]
  readonly indexColumns: readonly IndexColumnRow[]
  readonly foreignKeys: readonly ForeignKeyRow[]
}

export interface ObjectRow {
  readonly type: 'table' | 'index' | 'view' | 'trigger'
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
}
export interface TableRow {
  readonly name: string
  readonly type: 'table' | 'view' | 'virtual' | 'shadow'
  readonly wr: number
  readonly strict: number
}
export interface ColumnRow {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly dflt_value: string | null
  readonly pk: number
  /** 2: virtual generated column, 3: stored generated column. */
  readonly hidden: number
}
export interface IndexRow {
  readonly table: string
  readonly name: string
  readonly unique: number
  readonly origin: 'c' | 'u' | 'pk'
}
export interface IndexColumnRow {
  readonly index: string
  readonly seqno: number
  /** -2 for an expression, -1 for the row id. */
  readonly cid: number
  readonly name: string | null
  readonly desc: number
  readonly coll: string
}
export interface ForeignKeyRow {
  readonly table: string
  /** Counts from the last declaration to the first. */
  readonly id: number
  readonly parent: string
  readonly from: string
  /** Null when the declaration names no column. */
  readonly to: string | null
  readonly on_update: string
  readonly on_delete: string
}

const TABLES = "pragma_table_list AS t WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
const ORDINARY = `(SELECT t.name FROM ${TABLES} AND t.type = 'table') AS t`

export async function catalogRows(db: Connection): Promise<CatalogRows> {
  return {
    objects: await db.all(
      "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    ),
    tables: await db.all(`SELECT t.name, t.type, t.wr, t.strict FROM ${TABLES} ORDER BY t.name`),
    columns: await db.all(
      `SELECT t.name AS "table", c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
       FROM ${ORDINARY}, pragma_table_xinfo(t.name) AS c ORDER BY t.name, c.cid`,
    ),
    indexes: await db.all(
      `SELECT t.name AS "table", i.name, i."unique", i.origin FROM ${ORDINARY}, pragma_index_list(t.name) AS i`,
    ),
    indexColumns: await db.all(
      `SELECT i.name AS "index", c.seqno, c.cid, c.name, c."desc", c.coll
       FROM ${ORDINARY}, pragma_index_list(t.name) AS i, pragma_index_xinfo(i.name) AS c
       WHERE c.key = 1 ORDER BY i.name, c.seqno`,
    ),
    foreignKeys: await db.all(
      `SELECT t.name AS "table", k.id, k."table" AS parent, k."from", k."to", k.on_update, k.on_delete
       FROM ${ORDINARY}, pragma_foreign_key_list(t.name) AS k ORDER BY t.name, k.id, k.seq`,
    ),
  }
}
