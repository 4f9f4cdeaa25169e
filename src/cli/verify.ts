import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { renderJson } from '../harness/report/render-json.ts'
import { renderText } from '../harness/report/render-text.ts'
import { toRunDocument } from '../harness/verdict/to-run-document.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { nearestName } from '../plan/nearest-name.ts'
import { CUCUMBER_HTML, JUNIT_XML } from '../plan/plan-configuration.ts'
import { runPlan } from '../plan/run-plan.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { exitCode } from './exit-code.ts'
import { interruption } from './interruption.ts'
import { OWN_REPORTS, ownReports } from './own-reports.ts'
import { progressLine } from './progress-line.ts'
import { openReportFolder } from './report-folder.ts'
import { textStyle } from './text-style.ts'

/** The options of `stagegate verify`, as they were given. */
export interface VerifyOptions {
  readonly profile: string
  readonly rawDataBytes?: number
  readonly tags?: string
  readonly strict?: true
  readonly keep?: true
  readonly json?: true
  readonly reports: string
  readonly parallel: number
  readonly dataSource: string
  readonly color: boolean
}

/** Runs the plan, writes the reports, prints the verdict. @returns the exit code. */
export async function verify(
  paths: readonly string[],
  options: VerifyOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { cwd, env, stdout, stderr, clock, ports } = environment
  const profiles = await ports.fixtures.profiles()
  const { profile, rawDataBytes = null, dataSource } = options
  checkProfile(profile, profiles)
  checkDataSource(dataSource, cwd)
  using interrupted = interruption(environment.signals)
  await using folder = await openReportFolder(resolve(cwd, options.reports), cwd)
  const kept: string[] = []
  using progress = progressLine(environment)

  const record = await runPlan(
    {
      profile,
      profiles,
      rawDataBytes,
      tags: options.tags ?? null,
      paths,
      dataSource,
      strict: options.strict ?? false,
      keep: options.keep ?? false,
      parallel: options.parallel,
      reportsInto: folder.draft,
    },
    {
      cwd,
      env,
      stderr,
      clock,
      signal: interrupted.signal,
      prepare: () =>
        ports.prepare({ profile, rawDataBytes, dataSource: resolve(cwd, dataSource) }, progress.show),
      onProgress: ({ done, total }) => progress.show({ what: 'scenarios', done, total }),
      onKept: (location) => kept.push(location),
    },
  )
  progress[Symbol.dispose]()
  const document = toRunDocument(record)
  const written = await folder.publish(ownReports(document), [...OWN_REPORTS, CUCUMBER_HTML, JUNIT_XML])

  if (options.json) stdout.write(renderJson(document))
  else stdout.write(renderText(document, textStyle(environment, options.color)))
  const notes = options.json ? stderr : stdout
  for (const location of kept) notes.write(`Kept: ${location}\n`)
  notes.write(`Reports in ${options.reports}/: ${written.join(', ')}\n`)
  const missing = [CUCUMBER_HTML, JUNIT_XML].filter((name) => !written.includes(name))
  if (missing.length > 0) notes.write(`Not written, because the run broke off: ${missing.join(', ')}\n`)
  return exitCode(document.verdict)
}

function checkProfile(profile: string, profiles: readonly string[]): void {
  if (profiles.includes(profile)) return
  const nearest = nearestName(profile, profiles)
  throw new StagegateError({
    what: `There is no profile "${profile}".`,
    where: '--profile',
    cause: 'The name is misspelt.',
    next: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}There are: ${profiles.join(', ')}.`,
  })
}

function checkDataSource(file: string, cwd: string): void {
  if (statSync(resolve(cwd, file), { throwIfNoEntry: false })?.isFile()) return
  throw new StagegateError({
    what: `There is no file "${file}".`,
    where: '--data-source',
    cause: 'The command runs in another folder than that of the project, or the name is misspelt.',
    next: 'Name the file that exports the DataSource.',
  })
}
