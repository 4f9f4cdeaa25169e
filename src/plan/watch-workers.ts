import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { basename } from 'node:path'
import type { Envelope } from './envelope.ts'

/** Looks after the workers of a parallel run. */
export interface WorkerWatch extends Disposable {
  /** How workers died, one sentence each. */
  readonly deaths: readonly string[]
  /** To be told every message of the run. */
  see(envelope: Envelope): void
  /** Stops every worker. */
  stop(): void
}

const CHANNEL = 'child_process'

/**
 * Stops a parallel run whose worker has died. Cucumber would go on without the worker's scenario, or wait for it for
 * ever when others may not run beside it, and counts a worker that left with code 0 as content.
 */
export function watchWorkers(): WorkerWatch {
  const workers: ChildProcess[] = []
  const running = new Map<string, string>()
  const deaths: string[] = []
  let stopped = false

  const stop = () => {
    stopped = true
    for (const worker of workers) worker.kill()
  }
  const onProcess = (message: unknown) => {
    const { process: child } = message as { readonly process: ChildProcess }
    // The channel speaks before the process is started: what is to be run is not known until then.
    child.once('spawn', () => {
      if (!child.spawnargs.some((argument) => basename(argument) === 'run_worker.js')) return
      workers.push(child)
      // Cucumber may still send work to a worker that has just been stopped; that must not end this process.
      child.on('error', () => {})
    })
    child.once('exit', (code, signal) => {
      if (!workers.includes(child) || stopped) return
      // Cucumber numbers its workers from 0, in the order in which it starts them.
      const id = String(workers.indexOf(child))
      const scenario = running.get(id)
      if (code === 0 && scenario === undefined) return
      const how = signal === null ? `with exit code ${code}` : `by ${signal}`
      deaths.push(
        `worker ${id} died ${how}${scenario === undefined ? '' : ' in the middle of a scenario'}; the run was stopped`,
      )
      stop()
    })
  }
  subscribe(CHANNEL, onProcess)
  return {
    deaths,
    stop,
    see({ testCaseStarted, testCaseFinished }) {
      if (testCaseStarted?.workerId !== undefined) running.set(testCaseStarted.workerId, testCaseStarted.id)
      if (testCaseFinished === undefined) return
      for (const [worker, attempt] of running)
        if (attempt === testCaseFinished.testCaseStartedId) running.delete(worker)
    },
    [Symbol.dispose]() {
      unsubscribe(CHANNEL, onProcess)
    },
  }
}
