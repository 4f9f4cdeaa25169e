import type { Policy, Privilege, SequenceObject } from './server-objects.ts'

/**
 * What a schema consists of, as the database itself tells it. Sorted by name; columns in their order. Facts that are
 * optional are those of servers only; they are absent where there is nothing to say.
 */
export interface Catalog {
  readonly tables: readonly Table[]
  readonly views: readonly View[]
  readonly triggers: readonly Trigger[]
  readonly virtualTables: readonly VirtualTable[]
  readonly sequences?: readonly SequenceObject[]
  /** Names; those that every database has are left out. */
  readonly extensions?: readonly string[]
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
  /** The conditions of CHECK constraints, normalised, sorted. One that old rows may break ends with NOT_VALIDATED. */
  readonly checks: readonly string[]
  /** Of others than the owner, on the table and on its columns; sorted. */
  readonly privileges?: readonly Privilege[]
  /** Given where it hides rows, or has a policy that could. */
  readonly rowSecurity?: {
    readonly enabled: boolean
    readonly forced: boolean
    readonly policies: readonly Policy[]
  }
  /** Where it is not the owner of the database. */
  readonly owner?: string
  /** How the table is kept, as `fillfactor=70` or `unlogged`. */
  readonly storage?: readonly string[]
  /** Tables that it inherits from. */
  readonly inherits?: readonly string[]
  /** How it is cut, as `range (at)`, and its partitions with their bounds. */
  readonly partitions?: { readonly by: string; readonly parts: readonly string[] }
  /** What is rewritten on its way to the table, normalised. */
  readonly rules?: readonly string[]
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
  /** False where building it was broken off: it costs what an index costs, and serves no query. */
  readonly valid?: false
  /** Where it is no B-tree. */
  readonly method?: string
  /** Columns that it carries along and does not sort by. */
  readonly include?: readonly string[]
  readonly nullsNotDistinct?: true
  readonly deferrable?: Deferrable
}

export interface IndexColumn {
  /** A column's name, or the normalised text of an expression. */
  readonly text: string
  readonly expression: boolean
  readonly order: 'asc' | 'desc'
  /** Where NULL does not stand where this order puts it by itself. */
  readonly nulls?: 'first' | 'last'
  /** Where it is not the one that the type has by itself. */
  readonly operatorClass?: string
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
  /** False where rows of before were never checked. */
  readonly validated?: false
  readonly match?: 'full'
}

export type Deferrable = 'no' | 'initially immediate' | 'initially deferred'

export interface View {
  readonly name: string
  /** White space folded, comments dropped, unquoted words in lower case. */
  readonly sql: string
  readonly materialized?: true
}

export interface Trigger {
  readonly name: string
  /** The table or view it watches. */
  readonly table: string
  /** With the body of the function that it calls, where that stands elsewhere. */
  readonly sql: string
}

export interface VirtualTable {
  readonly name: string
  readonly sql: string
}

/** How the text of a check ends that the engine has not held against the rows of before. */
export const NOT_VALIDATED = ' not valid'
