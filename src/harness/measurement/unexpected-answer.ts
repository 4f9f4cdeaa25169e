import type { Answer, AnsweredQuery } from '../observation/answer.ts'
import { changedAnswer } from './changed-answer.ts'
import type { Measurement } from './measurement.ts'

/** What is different between a query's answer and the rows that it ought to give, one by one in their order. */
export function unexpectedAnswer(expected: AnsweredQuery['rows'], actual: Answer): Measurement {
  const columns = 'columns' in actual ? actual.columns : []
  return {
    ...changedAnswer({ name: actual.name, columns, rows: expected }, actual, {
      gone: 'is missing',
      added: 'is too many',
      was: 'expected',
    }),
    usualCause: 'A row that was stored twice, not at all, or with a value that nobody answered.',
  }
}
