/** A test case: to the viewers of test results, a gate on an engine is one. */
export interface JunitCase {
  readonly name: string
  /** Parts with dots between them, by which viewers group. */
  readonly classname: string
  /** Relative to the project. */
  readonly file?: string
  readonly line?: number
  readonly milliseconds: number
  readonly result: JunitResult
}

/** `failure`: it was judged, and is wrong. `error`: it could not be judged. */
export type JunitResult =
  | { readonly kind: 'passed'; readonly output?: string }
  | { readonly kind: 'skipped'; readonly message: string }
  | {
      readonly kind: 'failure' | 'error'
      readonly type: string
      /** One line. */
      readonly message: string
      readonly text: string
    }
