import type { Verdict } from '../harness/verdict/verdict.ts'

/** Input that cannot be used, and faults of our own: nothing was proven. */
export const COULD_NOT_RUN = 2
/** Stopped from outside, as a shell would report Ctrl-C. */
export const INTERRUPTED = 130

/** 0 lets a release through, and only GO does. */
export function exitCode(verdict: Verdict): number {
  return { GO: 0, 'NO-GO': 1, UNPROVEN: 2 }[verdict]
}
