import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import { unexpectedAnswer } from '../../../src/harness/measurement/unexpected-answer.ts'
import type { Answer } from '../../../src/harness/observation/answer.ts'
import type { Rows } from './shown-rows.ts'

/**
 * Rows that are shown otherwise than the database answers.
 * @throws Error for a question that it could not answer: then there is nothing to compare with.
 */
export function shownOtherwise(answers: readonly Answer[], name: string, rows: Rows): Measurement {
  const held = answers.find((answer) => answer.name === name)
  if (held === undefined || 'failure' in held) {
    throw new Error(
      `the database does not say what is to be shown as ${name}: ${held?.failure ?? 'nobody asked'}`,
    )
  }
  return {
    ...unexpectedAnswer(held.rows, { name, columns: held.columns, rows }),
    usualCause: 'A window that begins elsewhere, a number in the wrong column, or a member left out.',
  }
}
