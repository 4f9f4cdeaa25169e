import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRunDocument } from '../harness/report/parse-run-document.ts'
import { mergeRuns } from '../harness/verdict/merge-runs.ts'
import type { RunRecord } from '../harness/verdict/run-record.ts'
import { type Engine, engineName } from '../harness/vocabulary/engine.ts'
import { recordWithoutRun } from '../plan/record-without-run.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { exitCode } from './exit-code.ts'
import { CUCUMBER_REPORTS, nameOnEngine } from './own-reports.ts'
import { POSTGRES_URL } from './postgres-server.ts'
import { type ChildEnd, runChild } from './run-child.ts'
import type { RunRequest } from './run-request.ts'

/** A run on several engines. */
export interface SeveralEngines {
  readonly engines: readonly Engine[]
  /** What each run is asked besides its engine, as arguments. */
  readonly args: readonly string[]
  /** The folder in which reports are made. */
  readonly draft: string
}

/**
 * Runs the plan on one engine after the other, each in a process of its own, because step definitions can be loaded
 * once in a process; and makes one record of them all.
 */
export async function runEachEngine(
  { engines, args, draft }: SeveralEngines,
  request: Omit<RunRequest, 'onKept' | 'onProgress'>,
  environment: CliEnvironment,
): Promise<RunRecord> {
  const { server, signal, selection, options } = request
  const { cwd, clock } = environment
  // By its environment and not among its arguments, which everybody on the machine can read.
  const env = server === null ? environment.env : { ...environment.env, [POSTGRES_URL]: server.url }
  const records: RunRecord[] = []
  for (const engine of engines) {
    const startedAt = clock()
    const folder = join(draft, engine)
    await mkdir(folder)
    const own = ['verify', '--engine', engine, '--reports', folder]
    const end = await runChild([...own, ...args], { ...environment, env }, signal)
    signal.throwIfAborted()
    const without = (error: string) =>
      recordWithoutRun(selection, { ...options, engine }, { error, cwd, startedAt, finishedAt: clock() })
    records.push(await recordOf(end, engine, without))
    await takeReports(folder, draft, engine)
  }
  return mergeRuns(records, { command: options.command, ofOneRun: true })
}

/** A process that dies, or that ends otherwise than it says, proves nothing. */
async function recordOf(
  { code, stdout }: ChildEnd,
  engine: Engine,
  without: (error: string) => Promise<RunRecord>,
): Promise<RunRecord> {
  const how = code === null ? 'was ended by a signal' : `ended with exit code ${code}`
  try {
    const { run, verdict } = parseRunDocument(stdout, `the run on ${engineName(engine)}`)
    if (run.engines.join() !== engine) return await without(`the run is about ${run.engines.join(', ')}`)
    if (code === exitCode(verdict)) return run
    return { ...run, errors: [...run.errors, `the run says ${verdict}, and its process ${how}`] }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return await without(`the run gave no readable document, and its process ${how}: ${why}`)
  }
}

async function takeReports(folder: string, draft: string, engine: Engine): Promise<void> {
  for (const report of CUCUMBER_REPORTS) {
    const file = join(folder, report)
    if (existsSync(file)) await rename(file, join(draft, nameOnEngine(report, engine)))
  }
}
