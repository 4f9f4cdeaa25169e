import type { Answer } from '../observation/answer.ts'
import { changedAnswer } from './changed-answer.ts'
import type { Measurement } from './measurement.ts'

/**
 * What is different in each query's answer, in the order of before.
 * @throws RangeError for a query that was asked on one side alone: what is not compared must not pass.
 */
export function changedAnswers(before: readonly Answer[], after: readonly Answer[]): readonly Measurement[] {
  const known = new Set(before.map(({ name }) => name))
  const added = after.find(({ name }) => !known.has(name))
  if (added) throw new RangeError(`the query ${added.name} was not asked before`)
  const now = new Map(after.map((answer) => [answer.name, answer]))
  return before.map((answer) => {
    const other = now.get(answer.name)
    if (other === undefined) throw new RangeError(`the query ${answer.name} was asked before alone`)
    return changedAnswer(answer, other)
  })
}
