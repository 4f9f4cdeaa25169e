import { askedFor } from '../gate/asked-for.ts'
import type { Judgement } from '../gate/judgement.ts'

/** `wom_snapshots.user_id 91.20 % of 96,097 rows; the plan asks for at least 99.3 %` */
export function breachSentence(judgement: Judgement): string {
  return `${judgement.subject} ${judgement.measured}; ${askedFor(judgement)}`
}
