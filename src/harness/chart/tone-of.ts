import type { Outcome } from '../vocabulary/outcome.ts'
import { COLOURS } from './colours.ts'

/** The colour of what something came to. A chart always says it in words, too. */
export function toneOf({ outcome }: { readonly outcome: Outcome }): string {
  return { held: COLOURS.go, breached: COLOURS.noGo, vacuous: COLOURS.unproven }[outcome]
}
