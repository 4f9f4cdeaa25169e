import { renderCodeQuality } from '../harness/report/render-code-quality.ts'
import { renderComment } from '../harness/report/render-comment.ts'
import { renderJson } from '../harness/report/render-json.ts'
import { renderJunit } from '../harness/report/render-junit.ts'
import { renderMarkdown } from '../harness/report/render-markdown.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'
import type { Shard } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { ENGINES } from '../harness/vocabulary/engine.ts'
import { CUCUMBER_HTML } from '../plan/plan-configuration.ts'

/** What makes each of our files of a run; Cucumber's own comes beside them. */
const RENDERERS = {
  'run.json': renderJson,
  // What draws takes most of a second to load, which a run that writes no page need not wait for.
  'index.html': async (document) => (await import('../harness/report/render-html.ts')).renderHtml(document),
  'summary.md': renderMarkdown,
  'comment.md': renderComment,
  'junit.xml': renderJunit,
  'codequality.json': renderCodeQuality,
} as const satisfies Readonly<Record<string, (document: RunDocument) => string | Promise<string>>>

/** The name of one of our files. */
export type OwnReport = keyof typeof RENDERERS

/** The files that we write of a run; Cucumber's own comes beside them. */
export const OWN_REPORTS = Object.keys(RENDERERS) as readonly OwnReport[]

/** Cucumber's own report. */
export const CUCUMBER_REPORTS = [CUCUMBER_HTML] as const

/** Under which name a report of Cucumber's stands beside those of other engines: `cucumber-postgres.html`. */
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

/** Under which name Cucumber's page of one of several merged runs stands beside those of the others. */
export function nameInMerge(engine: Engine, shard: Shard | null, taken: readonly string[]): string {
  const part = shard === null ? '' : `-${shard.index}-of-${shard.of}`
  const named = (ending: string) => CUCUMBER_HTML.replace('.html', `-${engine}${part}${ending}.html`)
  if (shard !== null && !taken.includes(named(''))) return named('')
  let count = 1
  while (taken.includes(named(`-run-${count}`))) count += 1
  return named(`-run-${count}`)
}

/** Whether a file of a folder of reports is one that a run has written, under whatever name a merge gave it. */
export function isReport(name: string): boolean {
  return /^cucumber(-[a-z]+)?(-\d+-of-\d+)?(-run-\d+)?\.html$/.test(name) || ALL_REPORTS.includes(name)
}

/** One of our reports. */
export async function ownReport(name: OwnReport, document: RunDocument): Promise<string> {
  return RENDERERS[name](document)
}

/** Our reports, by file name. */
export async function ownReports(document: RunDocument): Promise<Readonly<Record<string, string>>> {
  const texts = await Promise.all(
    OWN_REPORTS.map(async (name) => [name, await ownReport(name, document)] as const),
  )
  return Object.fromEntries(texts)
}
