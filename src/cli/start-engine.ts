import { type Engine, engineName } from '../harness/vocabulary/engine.ts'
import type { CliEnvironment } from './cli-environment.ts'
import type { OnProgress, RunningEngine } from './ports.ts'
import type { PostgresServer } from './postgres-server.ts'
import { withoutPassword } from './without-password.ts'

/** What starting an engine needs besides its name. */
export interface StartOptions {
  /** The server of PostgreSQL that was named, or null. */
  readonly server: PostgresServer | null
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

/**
 * Starts an engine and puts its variables where everybody finds them. Interrupted, it waits until the start has come to
 * an end: what has been started is stopped, too.
 * @throws StagegateError when the engine is not available
 */
export async function startEngine(
  engine: Engine,
  { server, onProgress, signal }: StartOptions,
  { env, ports, stderr, setVariables }: CliEnvironment,
): Promise<RunningEngine> {
  signal.throwIfAborted()
  const image = env.STAGEGATE_POSTGRES_IMAGE ?? ''
  const running = await ports.engines
    .start(engine, {
      ...(server === null ? {} : { url: server.url }),
      ...(image === '' ? {} : { image }),
      onProgress,
      signal,
    })
    .catch((error: unknown) => {
      throw signal.aborted ? signal.reason : error
    })
  const stop = async () => {
    try {
      await running[Symbol.asyncDispose]()
    } catch (error) {
      // The verdict is there by then, and does not change because something could not be stopped.
      const why = error instanceof Error ? error.message : String(error)
      stderr.write(`${engineName(engine)} could not be stopped: ${withoutPassword(why)}\n`)
    }
  }
  if (signal.aborted) {
    await stop()
    throw signal.reason
  }
  setVariables(running.variables)
  return { ...running, [Symbol.asyncDispose]: stop }
}
