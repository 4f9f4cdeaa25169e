/** How a column of 64-bit integers would fare in a language whose numbers are doubles. */
export interface WideIntegers {
  /** Rows with a value. */
  readonly rows: number
  /** Beyond 2^53 on either side: only text or bigint carries them safely. */
  readonly wide: number
  /** Would come back from a double as another number. */
  readonly inexact: number
  /** Are no integers in the database: an integer that went through a double or a text can look like that. */
  readonly nonInteger: number
}
