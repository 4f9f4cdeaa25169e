import { resolve } from 'node:path'
import { renderJson } from '../harness/report/render-json.ts'
import { renderText } from '../harness/report/render-text.ts'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { toRunDocument } from '../harness/verdict/to-run-document.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { readSelection } from '../plan/read-selection.ts'
import { reproducingCommand } from '../plan/reproducing-command.ts'
import { askedBy } from './asked-by.ts'
import { checkVerifyOptions } from './check-verify-options.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { exitCode } from './exit-code.ts'
import { interruption } from './interruption.ts'
import { loadConfigured } from './load-config.ts'
import { namedDatabase } from './named-database.ts'
import { ALL_REPORTS, cucumberReports, ownReports } from './own-reports.ts'
import { postgresServer } from './postgres-server.ts'
import { progressLine } from './progress-line.ts'
import { openReportFolder, type ReportFolder } from './report-folder.ts'
import { runEachEngine } from './run-each-engine.ts'
import { runOneEngine } from './run-one-engine.ts'
import { textStyle } from './text-style.ts'
import { argumentsOfPart, type VerifyOptions } from './verify-options.ts'

/** What was kept, and where the run left its evidence. */
interface Run {
  readonly record: RunRecord
  readonly kept: readonly string[]
}

/** Runs the plan, writes the reports, prints the verdict. @returns the exit code. */
export async function verify(
  paths: readonly string[],
  options: VerifyOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { cwd, signals } = environment
  const message = options.part ? '' : 'Interrupted. Nothing was written.'
  using interrupted = interruption(signals, message)
  const profiles = await environment.ports.fixtures.profiles()
  checkVerifyOptions(options, profiles, environment)
  const rehearsed = await checkedDatabase(options, environment)
  await using folder = await openReportFolder(resolve(cwd, options.reports), cwd)
  const { record, kept } = await run(paths, options, environment, {
    profiles,
    rehearsed,
    draft: folder.draft,
    signal: interrupted.signal,
  })
  return await report(record, kept, options, folder, environment)
}

/** What a run is about. */
interface Rehearsed {
  readonly profile: string | null
  /** As the user named it, perhaps with a password; and as people are told of it. */
  readonly database: { readonly named: string; readonly shown: string; readonly hasPassword: boolean } | null
  readonly engines: readonly Engine[]
}

interface Surroundings {
  readonly profiles: readonly string[]
  readonly rehearsed: Rehearsed
  readonly draft: string
  readonly signal: AbortSignal
}

/** The fixture that a run has when nobody chooses one. */
const DEFAULT_PROFILE = 'staging'

async function checkedDatabase(options: VerifyOptions, { env, ports }: CliEnvironment): Promise<Rehearsed> {
  const { engine: engines = ['sqlite'], profile = DEFAULT_PROFILE } = options
  const named = namedDatabase(options, env)
  if (named === undefined) return { profile, database: null, engines }
  const { engine, location: shown } = await ports.databases.check(named)
  return { profile: null, database: { named, shown, hasPassword: hasPassword(named) }, engines: [engine] }
}

function hasPassword(named: string): boolean {
  return URL.canParse(named) && new URL(named).password !== ''
}

async function run(
  paths: readonly string[],
  options: VerifyOptions,
  environment: CliEnvironment,
  { profiles, rehearsed, draft, signal }: Surroundings,
): Promise<Run> {
  const { cwd, env } = environment
  const { profile, database, engines } = rehearsed
  const { dataSource, parallel, rawDataBytes = null, environment: named = null } = options
  const [engine = 'sqlite', ...others] = engines
  const server = engines.includes('postgres') ? postgresServer(options.postgresUrl, env) : null
  const selection = await readSelection({ paths, tags: options.tags ?? null }, cwd)
  const asked = {
    profile,
    rawDataBytes,
    dataSource,
    parallel,
    strict: options.strict ?? false,
    live: options.live ?? false,
    anonymous: options.anonymous ?? false,
  }
  const request = {
    selection,
    options: {
      ...asked,
      engine,
      database: null,
      source: null,
      configured: named === null ? null : await loadConfigured(named, cwd),
      profiles,
      keep: options.keep ?? false,
      askedBy: asked.anonymous ? null : askedBy(env),
      reportsInto: draft,
      command: reproducingCommand({
        ...asked,
        database,
        environment: named,
        engines,
        server,
        tags: selection.tags,
        paths: selection.paths,
      }),
    },
    database: database?.named ?? null,
    server,
    signal,
  }
  const kept: string[] = []
  if (others.length > 0) {
    const args = argumentsOfPart(paths, options)
    return { record: await runEachEngine({ engines, args, draft }, request, environment), kept }
  }
  using progress = progressLine(environment)
  const onKept = (location: string) => kept.push(location)
  return { record: await runOneEngine({ ...request, onProgress: progress.show, onKept }, environment), kept }
}

async function report(
  record: RunRecord,
  kept: readonly string[],
  options: VerifyOptions,
  folder: ReportFolder,
  environment: CliEnvironment,
): Promise<number> {
  const { stdout, stderr } = environment
  const document = toRunDocument(record)
  const written = await folder.publish(ownReports(document), ALL_REPORTS)
  if (options.json) stdout.write(renderJson(document))
  else stdout.write(renderText(document, textStyle(environment, options.color)))
  const notes = options.json ? stderr : stdout
  for (const location of kept) notes.write(`Kept: ${location}\n`)
  if (options.part) return exitCode(document.verdict)
  notes.write(`Reports in ${options.reports}/: ${written.join(', ')}\n`)
  const missing = cucumberReports(record.engines).filter((name) => !written.includes(name))
  if (missing.length > 0) notes.write(`Not written, because the run broke off: ${missing.join(', ')}\n`)
  return exitCode(document.verdict)
}
