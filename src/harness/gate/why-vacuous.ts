import { askedFor } from './asked-for.ts'
import type { Judgement } from './judgement.ts'

/** Why a vacuous judgement says nothing: it looked at nothing, or what it saw lies on both sides of what is allowed. */
export function whyVacuous(judgement: Judgement): string {
  const { subject, measured, population } = judgement
  if (population <= 0) return `looked at nothing: ${subject}, ${measured}`
  return `too wide to decide: ${subject}, ${measured}; ${askedFor(judgement)}`
}
