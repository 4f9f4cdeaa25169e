import type { RunningServer } from '../../../src/harness/target/postgres/running-server.ts'
import { startServer, useServer } from '../../../src/harness/target/postgres/start-server.ts'
import { StagegateError } from '../../../src/harness/vocabulary/stagegate-error.ts'
import { orNoServer } from './no-server.ts'

/** A server to measure on. */
export interface BenchServer {
  readonly running: RunningServer
  /** Milliseconds of every start; none of a server that was there before. */
  readonly startups: readonly number[]
}

/** The exit code of what a signal ends. */
const STOPPED = 130
const STOPPING: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM']

export interface BenchServerOptions {
  /** Of the user's own server; absent when one is to be started. */
  readonly url: string | undefined
  /** How often its start is measured. */
  readonly starts: number
  readonly onStart: (what: string) => void
}

/**
 * Measures on the server that the user names, or else on one that is started in a container, as often as
 * its start is to be measured; the last one stays for the work. Of containers and databases nothing is left afterwards,
 * nor when somebody stops the bench.
 * @throws NoServer when there is neither
 */
export async function withBenchServer<T>(
  options: BenchServerOptions,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  const { url } = options
  if (url !== undefined) {
    await using running = await orNoServer(() => useServer(url))
    return await work({ running, startups: [] })
  }
  const stopping = new AbortController()
  const stop = () => {
    // Whoever asks twice does not want to wait.
    if (stopping.signal.aborted) process.exit(STOPPED)
    stopping.abort(new StagegateError({ what: 'The bench was stopped.' }))
  }
  // Not once: a library of the container engine ends the process when nobody else listens any more.
  for (const signal of STOPPING) process.on(signal, stop)
  try {
    return await inContainer(options, stopping.signal, work)
  } finally {
    for (const signal of STOPPING) process.off(signal, stop)
  }
}

async function inContainer<T>(
  { starts, onStart }: BenchServerOptions,
  signal: AbortSignal,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  const startups: number[] = []
  const started = async (): Promise<RunningServer> => {
    onStart(`start-up, ${startups.length + 1} of ${starts}`)
    const running = await orNoServer(() => startServer({ signal }), signal)
    startups.push(running.startupMilliseconds)
    return running
  }
  while (startups.length < starts - 1) await (await started())[Symbol.asyncDispose]()
  await using running = await started()
  // The container goes at once, and what is at work in it fails by that.
  return await Promise.race([work({ running, startups }), stopped(signal)])
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}
