/** What a run comes to. Only GO lets a release through. */
export type Verdict = 'GO' | 'NO-GO' | 'UNPROVEN'
