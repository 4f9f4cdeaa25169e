/** What a schema consists of, as the database itself tells it. Sorted by name; columns in their order. */
export interface Catalog {
  readonly tables: readonly Table[]
  readonly views: readonly View[]
  readonly triggers: readonly Trigger[]
  readonly virtualTables: readonly VirtualTable[]
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** Column names in the order of the key; empty without one. */
  readonly primaryKey: readonly string[]
  readonly autoIncrement: boolean
  readonly withoutRowid: boolean
  readonly strict: boolean
  readonly indexes: readonly Index[]
  readonly foreignKeys: readonly ForeignKey[]
  /** The conditions of CHECK constraints, normalised, sorted. */
  readonly checks: readonly string[]
}

export interface Column {
  readonly name: string
  /** As declared, in upper case; empty when nothing is declared. */
  readonly type: string
  readonly nullable: boolean
  /** The expression's text, or null. */
  readonly default: string | null
  /** From 1; 0 for a column outside the primary key. */
  readonly primaryKeyPosition: number
  readonly generated: { readonly kind: 'virtual' | 'stored'; readonly expression: string } | null
  /** Null for the engine's own (BINARY). */
  readonly collation: string | null
}

export interface Index {
  /** Null when the engine made the index for a constraint. */
  readonly name: string | null
  /** What asked for it: CREATE INDEX, a UNIQUE constraint, or the primary key. */
  readonly origin: 'index' | 'unique' | 'primary key'
  readonly unique: boolean
  readonly columns: readonly IndexColumn[]
  /** The condition of a partial index, normalised, or null. */
  readonly where: string | null
}

export interface IndexColumn {
  /** A column's name, or the normalised text of an expression. */
  readonly text: string
  readonly expression: boolean
  readonly order: 'asc' | 'desc'
  /** Null for the engine's own (BINARY). */
  readonly collation: string | null
}

export interface ForeignKey {
  readonly columns: readonly string[]
  readonly table: string
  /** The referred columns; the parent's primary key where the declaration names none. */
  readonly references: readonly string[]
  readonly onDelete: string
  readonly onUpdate: string
  readonly deferrable: Deferrable
}

export type Deferrable = 'no' | 'initially immediate' | 'initially deferred'

export interface View {
  readonly name: string
  /** White space folded, comments dropped, unquoted words in lower case. */
  readonly sql: string
}

export interface Trigger {
  readonly name: string
  /** The table or view it watches. */
  readonly table: string
  readonly sql: string
}

export interface VirtualTable {
  readonly name: string
  readonly sql: string
}
