import { differingAnswers } from '../../../src/harness/measurement/differing-answers.ts'
import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import { type Parts, partsOfDashboard, partsOfReport } from './parts-of.ts'
import type { Shown } from './shown.ts'

/** The documents that people look at, as the plan calls them. */
export type Document = 'activity report' | 'dashboard'

const CAUSE = 'A row counted twice or not at all, a link to somebody else, or a window that begins elsewhere.'

/** The parts of a document that are other ones. */
export function differingDocuments(
  subject: string,
  document: Document,
  expected: Shown,
  actual: Shown,
): Measurement {
  return differingAnswers(subject, partsOf(document, expected), partsOf(document, actual), CAUSE)
}

function partsOf(document: Document, { report, dashboard }: Shown): Parts {
  return document === 'dashboard' ? partsOfDashboard(dashboard) : partsOfReport(report)
}
