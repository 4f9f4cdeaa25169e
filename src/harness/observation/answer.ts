/** What a query answered, or why it could not. */
export type Answer = AnsweredQuery | FailedQuery

export interface AnsweredQuery {
  /** The query's. */
  readonly name: string
  /** Names of the columns; where several are alike, the engine numbers them. */
  readonly columns: readonly string[]
  /** In the query's order. Values are SQL literals: NULL, 1, 1.0, '1' and X'31' are five different ones. */
  readonly rows: readonly (readonly string[])[]
}

export interface FailedQuery {
  readonly name: string
  /** What the engine says. */
  readonly failure: string
}

/** Values for the parameters of queries, by name without the colon. Whole numbers beyond 32 bits are bound as floats. */
export type QueryParameters = Readonly<Record<string, string | number>>
