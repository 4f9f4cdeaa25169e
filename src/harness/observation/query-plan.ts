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
  /** What is read from its first row to its last. */
  readonly scans: readonly FullScan[]
  /** Names of the indexes used, sorted, each once; those that the engine makes for one query are not among them. */
  readonly indexes: readonly string[]
  /** What needs sorting in a temporary structure: `ORDER BY`, `GROUP BY`, `DISTINCT`. */
  readonly sorts: readonly string[]
}

export interface FullScan {
  /** The table's name, or its alias where the query has several of that name. */
  readonly table: string
  /** `index`: all of an index, and the table's row for each; `covering index`: an index alone. */
  readonly by: 'table' | 'index' | 'covering index'
}
