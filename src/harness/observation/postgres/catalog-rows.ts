import type { Policy, Privilege, SequenceObject } from '../../vocabulary/server-objects.ts'
import type { Connection } from '../connection.ts'
import { CATALOG_SQL } from './catalog-sql.ts'

/** What pg_catalog says of the schema `public`, one list a kind of object. Tables are known by their name. */
export interface CatalogRows {
  readonly tables: readonly TableRow[]
  readonly columns: readonly ColumnRow[]
  readonly indexes: readonly IndexRow[]
  readonly indexColumns: readonly IndexColumnRow[]
  readonly constraints: readonly ConstraintRow[]
  readonly views: readonly ViewRow[]
  readonly triggers: readonly TriggerRow[]
  readonly privileges: readonly (Privilege & OfTable)[]
  readonly policies: readonly (Policy & OfTable)[]
  readonly rules: readonly (OfTable & { readonly sql: string })[]
  readonly sequences: readonly (SequenceObject & { readonly ownerTable: string | null })[]
  readonly extensions: readonly { readonly name: string }[]
}

export interface OfTable {
  readonly table: string
}
export interface TableRow {
  readonly name: string
  /** Null for the owner of the database. */
  readonly owner: string | null
  readonly storage: readonly string[]
  readonly security: boolean
  readonly forced: boolean
  readonly inherits: readonly string[]
  readonly cut: string | null
  readonly parts: readonly string[]
}
export interface ColumnRow extends OfTable {
  readonly name: string
  readonly type: string
  readonly notnull: boolean
  readonly expression: string | null
  readonly generated: '' | 's' | 'v'
  /** Whether it takes its numbers from a sequence of its own. */
  readonly numbered: boolean
  readonly collation: string | null
}
export interface IndexRow extends OfTable {
  readonly name: string
  readonly unique: boolean
  readonly valid: boolean
  readonly origin: 'index' | 'unique' | 'primary key' | 'exclusion'
  readonly method: string
  readonly where: string | null
  readonly include: readonly string[]
  readonly nullsNotDistinct: boolean
  readonly deferrable: boolean
  readonly deferred: boolean
}
export interface IndexColumnRow {
  readonly index: string
  readonly text: string
  /** The column's name, or null for an expression. */
  readonly name: string | null
  readonly options: number
  readonly collation: string | null
  readonly operatorClass: string | null
}
export interface ConstraintRow extends OfTable {
  /** c: CHECK, f: foreign key, n: NOT NULL, p: primary key, x: exclusion. */
  readonly type: 'c' | 'f' | 'n' | 'p' | 'x'
  readonly columns: readonly string[]
  readonly parent: string | null
  readonly references: readonly string[]
  readonly onDelete: string
  readonly onUpdate: string
  readonly match: string
  readonly deferrable: boolean
  readonly deferred: boolean
  readonly validated: boolean
  /** The condition of a CHECK, else the whole definition. */
  readonly definition: string
}
export interface ViewRow {
  readonly name: string
  readonly materialized: boolean
  readonly sql: string
}
export interface TriggerRow extends OfTable {
  readonly name: string
  readonly sql: string
  readonly enabled: string
  readonly body: string
}

export async function catalogRows(db: Connection): Promise<CatalogRows> {
  return {
    tables: (await lists(db, CATALOG_SQL.tables)) as readonly TableRow[],
    columns: (await lists(db, CATALOG_SQL.columns)) as readonly ColumnRow[],
    indexes: (await lists(db, CATALOG_SQL.indexes)) as readonly IndexRow[],
    indexColumns: (await lists(db, CATALOG_SQL.indexColumns)) as readonly IndexColumnRow[],
    constraints: (await lists(db, CATALOG_SQL.constraints)) as readonly ConstraintRow[],
    views: (await lists(db, CATALOG_SQL.views)) as readonly ViewRow[],
    triggers: (await lists(db, CATALOG_SQL.triggers)) as readonly TriggerRow[],
    privileges: (await lists(db, CATALOG_SQL.privileges)) as CatalogRows['privileges'],
    policies: (await lists(db, CATALOG_SQL.policies)) as CatalogRows['policies'],
    rules: (await lists(db, CATALOG_SQL.rules)) as CatalogRows['rules'],
    sequences: (await lists(db, CATALOG_SQL.sequences)) as CatalogRows['sequences'],
    extensions: (await lists(db, CATALOG_SQL.extensions)) as CatalogRows['extensions'],
  }
}

/** Rows as one JSON document: it carries lists and truth values, which a driver would have to be told of. */
async function lists(db: Connection, sql: string): Promise<readonly unknown[]> {
  const [row] = await db.all<{ rows: string | null }>(
    `SELECT json_agg(to_json(o))::text AS rows FROM (${sql}) AS o`,
  )
  return row?.rows ? JSON.parse(row.rows) : []
}
