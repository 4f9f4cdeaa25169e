import { resolve } from 'node:path'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { readSelection } from '../plan/read-selection.ts'
import { reproducingCommand } from '../plan/reproducing-command.ts'
import { askedBy } from './asked-by.ts'
import { askedPaths } from './asked-paths.ts'
import { checkVerifyOptions } from './check-verify-options.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { exitCode } from './exit-code.ts'
import { interruption } from './interruption.ts'
import { loadConfigured } from './load-config.ts'
import { cucumberReports } from './own-reports.ts'
import { postgresServer } from './postgres-server.ts'
import { printRun } from './print-run.ts'
import { progressLine } from './progress-line.ts'
import { type Publishing, publishRun } from './publish-run.ts'
import { type Rehearsed, rehearsedBy } from './rehearsed.ts'
import { openReportFolder } from './report-folder.ts'
import { runEachEngine } from './run-each-engine.ts'
import { readPrevious } from './run-history.ts'
import { runOneEngine } from './run-one-engine.ts'
import { argumentsOfPart, type VerifyOptions } from './verify-options.ts'
import { writeAnnotations } from './write-annotations.ts'

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
  const rehearsed = await rehearsedBy(options, environment)
  const previous = options.previous === undefined ? undefined : await readPrevious(options.previous, cwd)
  const asked = await askedPaths(paths, options, rehearsed, cwd)
  await using folder = await openReportFolder(resolve(cwd, options.reports), cwd)
  const { record, kept } = await run(asked, options, environment, {
    profiles,
    rehearsed,
    draft: folder.draft,
    signal: interrupted.signal,
  })
  return await report({ record, kept }, options, { folder, previous }, environment)
}

interface Surroundings {
  readonly profiles: readonly string[]
  readonly rehearsed: Rehearsed
  readonly draft: string
  readonly signal: AbortSignal
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
  const selection = await readSelection(
    { paths, tags: options.tags ?? null, shard: options.shard ?? null },
    cwd,
  )
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
        shard: selection.shard,
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
  { record, kept }: Run,
  options: VerifyOptions,
  { folder, previous }: Pick<Publishing, 'folder' | 'previous'>,
  environment: CliEnvironment,
): Promise<number> {
  const { stdout, stderr } = environment
  const { part, json, reports } = options
  const warn = (line: string) => stderr.write(`${line}\n`)
  const { document, written } = await publishRun(record, { folder, previous, isPart: part ?? false, warn })
  printRun(document, options, environment)
  const notes = json ? stderr : stdout
  for (const location of kept) notes.write(`Kept: ${location}\n`)
  if (part) return exitCode(document.verdict)
  notes.write(`Reports in ${reports}/: ${written.join(', ')}\n`)
  const missing = cucumberReports(record.engines).filter((name) => !written.includes(name))
  if (missing.length > 0) notes.write(`Not written, because the run broke off: ${missing.join(', ')}\n`)
  writeAnnotations(document, options, environment)
  return exitCode(document.verdict)
}
