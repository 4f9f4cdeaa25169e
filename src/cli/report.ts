import { resolve } from 'node:path'
import { renderText } from '../harness/report/render-text.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { exitCode } from './exit-code.ts'
import { inertText } from './inert-text.ts'
import { OWN_REPORTS, ownReport, ownReports } from './own-reports.ts'
import { readRunDocument } from './read-run-document.ts'
import { openReportFolder } from './report-folder.ts'
import { textStyle } from './text-style.ts'
import { type AnnotationOptions, writeAnnotations } from './write-annotations.ts'

/** What `stagegate report` can print. */
export const FORMATS = ['text', 'json', 'html', 'markdown'] as const

/** The options of `stagegate report`, as they were given. */
export interface ReportOptions {
  readonly format: (typeof FORMATS)[number]
  readonly reports?: string
  readonly annotations?: AnnotationOptions['annotations']
  readonly color: boolean
}

/** Renders a saved run again, without a database. @returns the exit code of its verdict. */
export async function report(
  file: string,
  options: ReportOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { cwd, stdout, stderr } = environment
  const document = await readRunDocument(file, cwd)
  stdout.write(await rendered(document, options, environment))
  if (options.reports !== undefined) {
    await using folder = await openReportFolder(resolve(cwd, options.reports), cwd)
    const written = await folder.publish(await ownReports(document), OWN_REPORTS)
    stderr.write(`Reports in ${options.reports}/: ${written.join(', ')}\n`)
  }
  writeAnnotations(document, { ...options, json: options.format !== 'text' }, environment)
  return exitCode(document.verdict)
}

async function rendered(
  document: RunDocument,
  { format, color }: ReportOptions,
  environment: CliEnvironment,
): Promise<string> {
  if (format === 'text')
    return inertText(renderText(document, textStyle(environment, color)), environment.env)
  return ownReport(
    ({ json: 'run.json', html: 'index.html', markdown: 'summary.md' } as const)[format],
    document,
  )
}
