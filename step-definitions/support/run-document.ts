import type { Outcome } from '../../src/harness/vocabulary/outcome.ts'

/** What a reader from outside relies on in the document that `--json` prints. */
export interface RunDocument {
  readonly verdict: 'GO' | 'NO-GO' | 'UNPROVEN'
  readonly sentence: string
  readonly complete: boolean
  readonly gates: readonly {
    readonly code: string
    readonly outcome: Outcome
    readonly selected: boolean
    readonly reasons: readonly string[]
    readonly judgements: readonly { readonly subject: string; readonly outcome: Outcome }[]
  }[]
  readonly reasons: readonly string[]
}
