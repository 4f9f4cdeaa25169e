/** A query of the product, under the name that evidence speaks of it by. */
export interface NamedQuery {
  readonly name: string
  readonly sql: string
}

/** How the engine means to answer a query. */
export interface QueryPlan {
  readonly name: string
  /** The engine's own lines, in its order. */
  readonly steps: readonly string[]
  /** Every place where a table is read, in the order of the steps. */
  readonly reads: readonly TableRead[]
  /** What is read from its first row to its last. */
  readonly scans: readonly FullScan[]
  /** Names of the indexes used, sorted, each once; those that the engine makes for one query are not among them. */
  readonly indexes: readonly string[]
  /** What needs sorting in a temporary structure: `ORDER BY`, `GROUP BY`, `DISTINCT`. */
  readonly sorts: readonly string[]
  /** The tables whose rows each of the sorts puts in order, where the engine tells. */
  readonly sortedTables?: readonly (readonly string[])[]
  /** What answering it took, where it was run. */
  readonly actual?: ActualWork
}

export interface ActualWork {
  readonly rows: number
  /** Pages that were in the server's memory, and that were not. */
  readonly sharedHit: number
  readonly sharedRead: number
  readonly milliseconds: number
}

/** A place in a plan where a table is read. */
export interface TableRead {
  /** The table's name; all that may be meant where the name in the plan can stand for several. */
  readonly tables: readonly string[]
  /**
   * `scan`: from its first row to its last; `search`: what a key leads to; `range`: all rows of an index beyond a value
   * or between two, whatever key they have; `automatic index`: from first to last, into an index that the engine makes
   * for this one query.
   */
  readonly how: 'scan' | 'search' | 'range' | 'automatic index'
  /** The engine's own line. */
  readonly step: string
}

export interface FullScan {
  /** The table's name, or its alias where the query has several of that name. */
  readonly table: string
  /** `index`: all of an index, and the table's row for each; `covering index`: an index alone. */
  readonly by: 'table' | 'index' | 'covering index'
}
