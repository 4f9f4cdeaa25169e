import type { Address } from '../target/address.ts'
import type { Catalog } from '../vocabulary/catalog.ts'
import type { Answer } from './answer.ts'
import type { ComparedSide } from './compared-side.ts'
import type { Bound, Connection } from './connection.ts'
import type { Integrity } from './integrity.ts'
import type { NamedQuery, QueryPlan } from './query-plan.ts'
import type { Sequence } from './sequence.ts'
import type { TableDifferences } from './table-differences.ts'
import type { RowsRequest, TableFingerprint } from './table-fingerprint.ts'
import type { WideIntegers } from './wide-integers.ts'

/** What differs by engine: how to connect, where the schema is written down, how values become text. */
export interface Dialect {
  /** By a driver that does not migrate. */
  openConnection(address: Address, access?: Access): Promise<Connection>
  /** The ordinary tables, sorted by name, with their columns in order; the engine's own tables left out. */
  readTables(db: Connection): Promise<ReadonlyMap<string, readonly TableColumn[]>>
  readCatalog(db: Connection, leaveOut: readonly string[]): Promise<Catalog>
  foldRows(db: Connection, request: RowsRequest, chunkRows: number): Promise<TableFingerprint>
  /** @param before the other database, which nobody has open */
  compareRows(db: Connection, before: Address, request: RowsRequest): Promise<TableDifferences>
  readIntegrity(db: Connection): Promise<Integrity>
  /** @param values for the query's parameters, in their order; without them they are left unbound */
  readPlan(db: Connection, query: NamedQuery, values?: readonly Bound[]): Promise<QueryPlan>
  /**
   * The names of a query's parameters, without the colon, in the order in which values are bound to them.
   * @throws StagegateError for a parameter that has no such name.
   */
  parametersIn(query: NamedQuery): readonly string[]
  /** @param values for the query's parameters, in their order */
  readAnswer(db: Connection, query: NamedQuery, values: readonly Bound[]): Promise<Answer>
  /** Bytes. */
  readSize(db: Connection): Promise<number>
  readWideIntegers(db: Connection, table: string, column: string): Promise<WideIntegers>
  /** Every sequence that fills a column of an ordinary table, sorted by table and column. */
  readSequences(db: Connection): Promise<readonly Sequence[]>
  /**
   * A table in the form that is the same on every engine. The connection serves for that alone from then on.
   * @throws StagegateError for a key that does not tell rows apart.
   */
  canonicalSide(db: Connection, request: RowsRequest): Promise<ComparedSide>
  /** The placeholder of the value that is bound at this place, from 1. */
  parameter(place: number): string
  /** SQL for a value as exact text, NULL as NULL; takes the SQL of the value, and the type of the column it comes from. */
  valueText(value: string, type: string): string
  /** SQL for a value without its collation: only equal values are the same. */
  exactly(value: string, type: string): string
  /** SQL for the engine's own number of a row, in a query that reads one table: by it the rows lie in their order. */
  readonly rowNumber: string
}

/**
 * `reading`: the file is opened read-only. `checking`: it could be written to and is not; an engine may need that to
 * check its own rules. SQLite does not even read the CHECK constraints of a database that it opens read-only.
 */
export type Access = 'reading' | 'checking'

export interface TableColumn {
  readonly name: string
  /** As the engine names it: `bigint`, `datetime`. */
  readonly type: string
  /** From 1; 0 for a column outside the primary key. */
  readonly primaryKeyPosition: number
}
