import { renderHtml } from '../harness/report/render-html.ts'
import { renderJson } from '../harness/report/render-json.ts'
import { renderMarkdown } from '../harness/report/render-markdown.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { ENGINES } from '../harness/vocabulary/engine.ts'
import { CUCUMBER_HTML, JUNIT_XML } from '../plan/plan-configuration.ts'

/** The files that we write of a run; Cucumber's own come beside them. */
export const OWN_REPORTS = ['run.json', 'index.html', 'summary.md'] as const

/** Cucumber's own two reports. */
export const CUCUMBER_REPORTS = [CUCUMBER_HTML, JUNIT_XML] as const

/** Under which name a report of Cucumber's stands beside those of other engines: `junit-postgres.xml`. */
export function nameOnEngine(report: string, engine: Engine): string {
  return report.replace(/(?=\.\w+$)/, `-${engine}`)
}

/** Cucumber's reports of a run on these engines. */
export function cucumberReports(engines: readonly Engine[]): readonly string[] {
  if (engines.length === 1) return CUCUMBER_REPORTS
  return engines.flatMap((engine) => CUCUMBER_REPORTS.map((report) => nameOnEngine(report, engine)))
}

/** Every file that a run may write; those that it does not are of an earlier one. */
export const ALL_REPORTS: readonly string[] = [
  ...OWN_REPORTS,
  ...CUCUMBER_REPORTS,
  ...cucumberReports(ENGINES),
]

/** Our reports, by file name. */
export function ownReports(document: RunDocument): Record<(typeof OWN_REPORTS)[number], string> {
  return {
    'run.json': renderJson(document),
    'index.html': renderHtml(document),
    'summary.md': renderMarkdown(document),
  }
}
