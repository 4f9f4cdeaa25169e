import { isDeepStrictEqual } from 'node:util'
import { isConfigured } from '../gate/is-configured.ts'
import type { Judgement } from '../gate/judgement.ts'

/** What a gate measured and what it allows, short enough for one row of a table. */
export interface MeasuredInShort {
  readonly measured: string
  readonly tolerance: string
  /** Given where the tolerance that is shown is that of an environment. */
  readonly toleranceFrom?: string
}

/**
 * One judgement speaks for itself. Of several, the one that matters most is shown with its subject (the first
 * breached, else the first vacuous, else the first) and the others are counted by outcome:
 * `wom_snapshots.user_id: 91.2 % · +1 breached · +2 held`.
 */
export function measuredInShort(judgements: readonly Judgement[]): MeasuredInShort {
  const shown =
    judgements.find(({ outcome }) => outcome === 'breached') ??
    judgements.find(({ outcome }) => outcome === 'vacuous') ??
    judgements[0]
  if (shown === undefined) return { measured: 'nothing', tolerance: '' }
  const { measured } = shown
  const allowed = toleranceOf(shown)
  if (judgements.length === 1) return { measured, ...allowed }
  if (allSay(judgements, shown))
    return { measured: `${measured} · all ${judgements.length} held`, ...allowed }
  const others = judgements.filter((judgement) => judgement !== shown)
  return { measured: [`${shown.subject}: ${measured}`, ...countedByOutcome(others)].join(' · '), ...allowed }
}

function toleranceOf(judgement: Judgement): Omit<MeasuredInShort, 'measured'> {
  const { tolerance, toleranceFrom } = judgement
  return toleranceFrom !== undefined && isConfigured(judgement) ? { tolerance, toleranceFrom } : { tolerance }
}

function allSay(judgements: readonly Judgement[], shown: Judgement): boolean {
  return judgements.every(
    (judgement) =>
      judgement.outcome === 'held' &&
      judgement.measured === shown.measured &&
      isDeepStrictEqual(toleranceOf(judgement), toleranceOf(shown)),
  )
}

function countedByOutcome(judgements: readonly Judgement[]): string[] {
  return (['breached', 'vacuous', 'held'] as const)
    .map((outcome) => ({ outcome, count: judgements.filter((other) => other.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `+${count} ${outcome}`)
}
