import { anonymousMessage } from '../vocabulary/anonymous-message.ts'
import type { Judgement } from './judgement.ts'

/** A query that failed before says so in the words of the engine, which may quote values. All else of a subject is the plan's. */
const WORDS_OF_THE_ENGINE = /(?<=\(it failed before: )[\s\S]*(?=\))/

/** A judgement without its witnesses, which are values of rows; how many there are stays. */
export function anonymousJudgement(judgement: Judgement): Judgement {
  return {
    ...judgement,
    subject: judgement.subject.replace(WORDS_OF_THE_ENGINE, anonymousMessage),
    witnesses: [],
  }
}
