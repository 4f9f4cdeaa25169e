import { relative, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { runCucumber } from '@cucumber/cucumber/api'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { breakOff } from './break-off.ts'
import { checkTags } from './check-tags.ts'
import { collectRun } from './collect-run.ts'
import { describeEnvironment } from './describe-environment.ts'
import { discard } from './discard.ts'
import { divertStdout } from './divert-stdout.ts'
import { engineOptions } from './engine-options.ts'
import type { Envelope } from './envelope.ts'
import { planConfiguration } from './plan-configuration.ts'
import { readPlan } from './read-plan.ts'
import { readSources } from './read-sources.ts'
import { reproducingCommand } from './reproducing-command.ts'
import type { RunOptions } from './run-options.ts'
import { stampReports } from './stamp-reports.ts'
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
 * @throws StagegateError when the paths or the tags lead nowhere.
 */
export async function runPlan(options: RunOptions, environment: PlanEnvironment): Promise<RunRecord> {
  if (ran) throw new Error('A plan runs once per process: its step definitions cannot be loaded again.')
  const { cwd, clock } = environment
  const startedAt = clock().toISOString()
  const paths = options.paths.map((path) => relative(cwd, resolve(cwd, path)) || '.')
  const sources = await readSources(paths, cwd)
  if (options.tags !== null) checkTagsOf(sources, options.tags)

  await interruptible(environment.prepare?.() ?? Promise.resolve(), environment.signal, () => {})
  ran = true
  const { envelopes, broken } = await execute({ ...options, paths }, environment)
  const { scenarios, errors, kept } = collectRun(envelopes)
  for (const location of kept) environment.onKept?.(location)
  const documents = sources.flatMap(({ gherkinDocument }) => gherkinDocument ?? [])
  const record: RunRecord = {
    startedAt,
    finishedAt: clock().toISOString(),
    profile: options.profile,
    rawDataBytes: options.rawDataBytes,
    environment: await describeEnvironment(cwd, reproducingCommand({ ...options, paths })),
    selection: { tags: options.tags, complete: options.tags === null && paths.length === 0 },
    strict: options.strict,
    ...readPlan(documents, { profile: options.profile, paths, profiles: options.profiles }),
    scenarios,
    errors: [...errors, ...broken(errors)],
  }
  if (options.reportsInto !== null) await stampReports(options.reportsInto, record)
  return record
}

interface Execution {
  readonly envelopes: readonly Envelope[]
  /** Why the run broke off, where that is not among the errors already. */
  readonly broken: (errors: readonly string[]) => readonly string[]
}

async function execute(options: RunOptions, environment: PlanEnvironment): Promise<Execution> {
  const { cwd, env, stderr, signal, onProgress } = environment
  const envelopes: Envelope[] = []
  let progress: PlanProgress = { done: 0, total: 0 }
  using workers = watchWorkers()
  using _stdout = divertStdout(stderr)
  const running = runCucumber(
    await engineOptions(planConfiguration(options)),
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

function checkTagsOf(sources: readonly Envelope[], tags: string): void {
  const known = new Set(sources.flatMap(({ pickle }) => pickle?.tags.map(({ name }) => name) ?? []))
  // The tag may stand in the file that does not parse; the run will say so.
  const parsed = !sources.some(({ parseError }) => parseError)
  checkTags(tags, parsed ? known : undefined)
}

/** Cucumber cannot be interrupted; its promise is left behind, and its workers are stopped. */
async function interruptible(running: Promise<unknown>, signal: AbortSignal | undefined, stop: () => void) {
  if (signal === undefined) return running
  let onAbort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      stop()
      reject(signal.reason)
    }
  })
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  try {
    return await Promise.race([running, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
