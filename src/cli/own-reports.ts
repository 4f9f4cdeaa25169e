import { renderHtml } from '../harness/report/render-html.ts'
import { renderJson } from '../harness/report/render-json.ts'
import { renderMarkdown } from '../harness/report/render-markdown.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'

/** The files that we write of a run; Cucumber's own come beside them. */
export const OWN_REPORTS = ['run.json', 'index.html', 'summary.md'] as const

/** Our reports, by file name. */
export function ownReports(document: RunDocument): Record<(typeof OWN_REPORTS)[number], string> {
  return {
    'run.json': renderJson(document),
    'index.html': renderHtml(document),
    'summary.md': renderMarkdown(document),
  }
}
