import type { Judgement } from '../gate/judgement.ts'

/** A judgement of nothing is vacuous, whatever it says of itself. */
export function withoutEmptyClaim(judgement: Judgement): Judgement {
  return judgement.population > 0 ? judgement : { ...judgement, outcome: 'vacuous', population: 0 }
}
