import type { RunDocument } from '../../../verdict/decision.ts'
import type { RunRecord } from '../../../verdict/run-record.ts'
import { sampleRun } from '../../../verdict/sample/sample-run.ts'
import { toRunDocument } from '../../../verdict/to-run-document.ts'
import { renderHtml } from '../../render-html.ts'
import { sampleDatabaseRun } from '../../sample/sample-database-run.ts'
import { sampleEnginesRun } from '../../sample/sample-engines-run.ts'
import { sampleLargeRun } from '../../sample/sample-large-run.ts'
import { samplePlanRun } from '../../sample/sample-plan-run.ts'
import { sampleRunsBefore } from '../../sample/sample-runs-before.ts'
import { sampleWholeRun } from '../../sample/sample-whole-run.ts'
import { hostileDocument } from './hostile-document.ts'

const DOCUMENTS = {
  go: () => toRunDocument(samplePlanRun()),
  'no-go': () => toRunDocument(sampleWholeRun(), sampleRunsBefore()),
  unproven: () => toRunDocument(unproven()),
  narrowed: () => toRunDocument(narrowed()),
  database: () => toRunDocument(sampleDatabaseRun()),
  engines: () => toRunDocument(sampleEnginesRun()),
  tiny: () => toRunDocument(sampleRun()),
  nothing: () => toRunDocument(sampleRun({ gates: [], scenarios: [] })),
  hostile: () => hostileDocument(toRunDocument(sampleWholeRun(), sampleRunsBefore())),
  large: () => toRunDocument(sampleLargeRun(), sampleRunsBefore('DAT101', 'PRF101')),
} as const satisfies Readonly<Record<string, () => RunDocument>>

/** A page that people look at: every verdict, from no gate at all to two hundred scenarios. */
export type SamplePage = keyof typeof DOCUMENTS

export const SAMPLE_PAGES = Object.keys(DOCUMENTS) as readonly SamplePage[]

/** The HTML of a sample page. */
export function samplePage(name: SamplePage): string {
  return renderHtml(DOCUMENTS[name]())
}

function unproven(): RunRecord {
  const run = samplePlanRun({ findings: [{ uri: 'features/a.feature', line: 3, message: 'misspelt' }] })
  return { ...run, scenarios: run.scenarios.filter(({ gate }) => gate !== 'DAT306') }
}

function narrowed(): RunRecord {
  const run = samplePlanRun({ selection: { tags: '@DAT301 or @PRF403', complete: false, shard: null } })
  return { ...run, scenarios: run.scenarios.filter(({ gate }) => gate === 'DAT301' || gate === 'PRF403') }
}
