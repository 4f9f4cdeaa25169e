/** What an API answers to a request. */
export interface RecordedAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** To be given as JSON. */
  readonly body: unknown
}

/** What a request brings with it that an API decides by. */
export interface RequestParts {
  /** Of the path, unescaped: `players`, `Ash Wren`, `snapshots`. */
  readonly segments: readonly string[]
  readonly query: URLSearchParams
  /** Its header that says who asks; null where there is none. */
  readonly credential: string | null
}
