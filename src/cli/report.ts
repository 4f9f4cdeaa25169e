import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseRunDocument } from '../harness/report/parse-run-document.ts'
import { renderText } from '../harness/report/render-text.ts'
import type { RunDocument } from '../harness/verdict/decision.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { exitCode } from './exit-code.ts'
import { OWN_REPORTS, ownReports } from './own-reports.ts'
import { openReportFolder } from './report-folder.ts'
import { textStyle } from './text-style.ts'

/** What `stagegate report` can print. */
export const FORMATS = ['text', 'json', 'html', 'markdown'] as const

/** The options of `stagegate report`, as they were given. */
export interface ReportOptions {
  readonly format: (typeof FORMATS)[number]
  readonly reports?: string
  readonly color: boolean
}

/** Renders a saved run again, without a database. @returns the exit code of its verdict. */
export async function report(
  file: string,
  options: ReportOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { cwd, stdout, stderr } = environment
  const document = parseRunDocument(await read(file, cwd), file)
  stdout.write(rendered(document, options, environment))
  if (options.reports !== undefined) {
    await using folder = await openReportFolder(resolve(cwd, options.reports), cwd)
    const written = await folder.publish(ownReports(document), OWN_REPORTS)
    stderr.write(`Reports in ${options.reports}/: ${written.join(', ')}\n`)
  }
  return exitCode(document.verdict)
}

function rendered(
  document: RunDocument,
  { format, color }: ReportOptions,
  environment: CliEnvironment,
): string {
  if (format === 'text') return renderText(document, textStyle(environment, color))
  return ownReports(document)[
    ({ json: 'run.json', html: 'index.html', markdown: 'summary.md' } as const)[format]
  ]
}

async function read(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new StagegateError(
      {
        what: 'The saved run cannot be read.',
        where: file,
        cause: error instanceof Error ? error.message : String(error),
        next: 'Name the run.json of an earlier run: stagegate report reports/run.json',
      },
      { cause: error },
    )
  }
}
