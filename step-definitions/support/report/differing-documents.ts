import { differingAnswers } from '../../../src/harness/measurement/differing-answers.ts'
import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import type { Parts } from './parts-of.ts'

const CAUSE = 'A row counted twice or not at all, a link to somebody else, or a window that begins elsewhere.'

/** The parts of a document that are other ones. */
export function differingDocuments(subject: string, expected: Parts, actual: Parts): Measurement {
  return differingAnswers(subject, expected, actual, CAUSE)
}
