import { resolve } from 'node:path'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { engineName } from '../harness/vocabulary/engine.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { recordWithoutRun } from '../plan/record-without-run.ts'
import { runPlan } from '../plan/run-plan.ts'
import type { CliEnvironment } from './cli-environment.ts'
import type { RunningEngine } from './ports.ts'
import type { RunRequest } from './run-request.ts'
import { startEngine } from './start-engine.ts'
import { withoutPassword } from './without-password.ts'

/**
 * Runs the plan on the engine of the request, which is started before and stopped after, whatever happens. An engine
 * that is not available makes a run without evidence.
 */
export async function runOneEngine(request: RunRequest, environment: CliEnvironment): Promise<RunRecord> {
  const { options, selection } = request
  const { cwd, clock } = environment
  const startedAt = clock()
  const started = await startEngine(options.engine, request, environment).catch((error: unknown) => {
    if (error instanceof StagegateError) return error
    throw error
  })
  if (started instanceof StagegateError) {
    const error = `the engine is not available: ${withoutPassword(started.message)}`
    return recordWithoutRun(selection, options, { error, cwd, startedAt, finishedAt: clock() })
  }
  await using running = started
  return await runOn(running, request, environment)
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
    prepare: () => ports.prepare({ engine, profile, rawDataBytes, dataSource }, onProgress),
    onProgress: ({ done, total }) => onProgress({ what, done, total }),
    onKept,
  })
}
