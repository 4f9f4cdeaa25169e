/** What a program sends: named parameters, such as `:name`, are bound. */
export interface OutsideStatement {
  readonly sql: string
  readonly parameters: Readonly<Record<string, string | number | null>>
}

/** What the engine said to it: refused is what a constraint or a trigger does not let in. */
export type Writing =
  | { readonly outcome: 'done'; readonly rows: number }
  | { readonly outcome: 'refused'; readonly message: string }
