/** A column that is there, as far as a migration asks for it. */
export interface FoundColumn {
  /** The type as a definition would say it. */
  readonly type: string
  readonly primaryKey: boolean
  /** A condition that is true of a row whose value is no integer. */
  readonly noInteger: string
}
