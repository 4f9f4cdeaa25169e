/**
 * Whether an error of a run says that it ended before its scenarios did, and nothing else. What it left undone is among
 * its scenarios then, which a later run may have asked again.
 */
export function isBreakOff(error: string): boolean {
  return /^(worker \d+ died |the run broke off: |Cucumber ended without having finished the run$)/.test(error)
}
