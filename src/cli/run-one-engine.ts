import { resolve } from 'node:path'
import { acceptFindings } from '../harness/gate/accept-findings.ts'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { engineName } from '../harness/vocabulary/engine.ts'
import type { SourceRecord } from '../harness/vocabulary/source-record.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { type NotRun, recordWithoutRun } from '../plan/record-without-run.ts'
import type { RunOptions } from '../plan/run-options.ts'
import { runPlan } from '../plan/run-plan.ts'
import type { CliEnvironment } from './cli-environment.ts'
import type { RunningEngine } from './ports.ts'
import type { RunRequest } from './run-request.ts'
import { startEngine } from './start-engine.ts'
import { takeDatabase } from './take-database.ts'
import { withoutPassword } from './without-password.ts'

/**
 * Runs the plan on the engine of the request, which is started before and stopped after, whatever happens. An engine
 * that is not available makes a run without evidence, and so does a real database that stands nobody knows where.
 */
export async function runOneEngine(request: RunRequest, environment: CliEnvironment): Promise<RunRecord> {
  const { options } = request
  const startedAt = environment.clock()
  const started = await startEngine(options.engine, request, environment).catch((error: unknown) => {
    if (error instanceof StagegateError) return error
    throw error
  })
  if (started instanceof StagegateError) {
    const error = `the engine is not available: ${withoutPassword(started.message)}`
    return without({ error, startedAt }, request, environment)
  }
  await using running = started
  if (request.database === null) return await runOn(running, request, environment)
  await using taken = await takeDatabase(request.database, request, environment)
  const { database } = taken
  const source = withAccepted(taken.source, options.configured)
  const rehearsed = { ...request, options: { ...options, source, database } }
  if (database === null) {
    const { engine, version } = running
    return await without(
      { error: source.doubt ?? '', had: [{ engine, version }], startedAt },
      rehearsed,
      environment,
    )
  }
  return await runOn(running, rehearsed, environment)
}

/** What the environment accepts is listed all the same, with the reason. */
function withAccepted(source: SourceRecord, configured: RunOptions['configured']): SourceRecord {
  return configured === null ? source : { ...source, findings: acceptFindings(source.findings, configured) }
}

function without(
  why: Pick<NotRun, 'error' | 'had' | 'startedAt'>,
  { options, selection }: RunRequest,
  { cwd, clock }: CliEnvironment,
): Promise<RunRecord> {
  return recordWithoutRun(selection, options, { ...why, cwd, finishedAt: clock() })
}

function runOn(
  { engine, version, variables }: RunningEngine,
  { options, selection, signal, onProgress, onKept }: RunRequest,
  { cwd, env, stderr, clock, ports }: CliEnvironment,
): Promise<RunRecord> {
  const { profile, rawDataBytes } = options
  const dataSource = resolve(cwd, options.dataSource)
  const what = `scenarios on ${engineName(engine)}`
  return runPlan(selection, options, {
    cwd,
    env: { ...env, ...variables },
    engineVersion: version,
    stderr,
    clock,
    signal,
    prepare: async () => {
      if (profile !== null) await ports.prepare({ engine, profile, rawDataBytes, dataSource }, onProgress)
    },
    onProgress: ({ done, total }) => onProgress({ what, done, total }),
    onKept,
  })
}
