import type { Writable } from 'node:stream'
import { runCucumber } from '@cucumber/cucumber/api'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { applicableGates } from './applicable-gates.ts'
import { breakOff } from './break-off.ts'
import { collectRun } from './collect-run.ts'
import { describeEnvironment } from './describe-environment.ts'
import { discard } from './discard.ts'
import { divertStdout } from './divert-stdout.ts'
import { emptyRecord } from './empty-record.ts'
import { engineOptions } from './engine-options.ts'
import type { Envelope } from './envelope.ts'
import { interruptible } from './interruptible.ts'
import { planConfiguration } from './plan-configuration.ts'
import type { Selection } from './read-selection.ts'
import type { RunOptions } from './run-options.ts'
import { stampReport } from './stamp-report.ts'
import { unusedInRun } from './unused-in-run.ts'
import { watchWorkers } from './watch-workers.ts'
import { workerEnvironment } from './worker-environment.ts'

/** How far a run has come, in scenarios. */
export interface PlanProgress {
  readonly done: number
  readonly total: number
}

/** The surroundings of a run. */
export interface PlanEnvironment {
  /** The folder of the project: `features/` and `step-definitions/` are in it. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** For what step definitions write to standard output. */
  readonly stderr: Writable
  readonly clock: () => Date
  /** Of the engine that the databases run on. */
  readonly engineVersion: string
  readonly onProgress?: (progress: PlanProgress) => void
  /** What has to be ready before the first scenario; called when the options have been found good. */
  readonly prepare?: () => Promise<void>
  /** Told where a database was kept. */
  readonly onKept?: (location: string) => void
  /** Breaks the run off: it rejects with the signal's reason, and workers are stopped. */
  readonly signal?: AbortSignal
}

let ran = false

/**
 * Runs the plan through Cucumber and gives back everything that it learnt. A run that breaks off is a record with
 * errors, not a rejection: it has a verdict, too.
 *
 * Once per process: step definitions register themselves while they are imported, which happens only once.
 */
export async function runPlan(
  selection: Selection,
  options: RunOptions,
  environment: PlanEnvironment,
): Promise<RunRecord> {
  if (ran) throw new Error('A plan runs once per process: its step definitions cannot be loaded again.')
  const { cwd, clock, engineVersion } = environment
  const startedAt = clock().toISOString()
  await interruptible(environment.prepare?.() ?? Promise.resolve(), environment.signal, () => {})
  ran = true
  const { envelopes, broken } = await execute(selection, options, environment)
  const { scenarios, notApplicable, errors, kept } = collectRun(envelopes, options.engine)
  for (const location of kept) environment.onKept?.(location)
  const made = await describeEnvironment(cwd, options, [{ engine: options.engine, version: engineVersion }])
  const planned = emptyRecord(selection, options, made)
  const record: RunRecord = {
    ...planned,
    startedAt,
    finishedAt: clock().toISOString(),
    gates: applicableGates(planned.gates, notApplicable, options.engine),
    scenarios,
    notApplicable: [...planned.notApplicable, ...notApplicable],
    errors: [...errors, ...broken(errors), ...unusedInRun(options.configured, { ...planned, scenarios })],
  }
  if (options.reportsInto !== null) await stampReport(options.reportsInto, record)
  return record
}

interface Execution {
  readonly envelopes: readonly Envelope[]
  /** Why the run broke off, where that is not among the errors already. */
  readonly broken: (errors: readonly string[]) => readonly string[]
}

async function execute(
  selection: Selection,
  options: RunOptions,
  environment: PlanEnvironment,
): Promise<Execution> {
  const { cwd, env, stderr, signal, onProgress } = environment
  const envelopes: Envelope[] = []
  let progress: PlanProgress = { done: 0, total: 0 }
  using workers = watchWorkers()
  using _stdout = divertStdout(stderr)
  const running = runCucumber(
    await engineOptions(planConfiguration(selection, options)),
    { cwd, env: workerEnvironment(env), stdout: discard(), stderr: discard() },
    (envelope) => {
      envelopes.push(envelope)
      workers.see(envelope)
      const { done, total } = progress
      if (envelope.testCase) progress = { done, total: total + 1 }
      if (!envelope.testCaseFinished) return
      progress = { done: done + 1, total }
      onProgress?.(progress)
    },
  )
  const failure = await interruptible(running, signal, workers.stop).then(
    () => undefined,
    (error: unknown) => error,
  )
  signal?.throwIfAborted()
  return {
    envelopes,
    broken: (errors) => [...workers.deaths, ...breakOff(failure, envelopes, errors)],
  }
}
