import { resolve } from 'node:path'
import type { CliEnvironment } from './cli-environment.ts'
import { SOURCE } from './named-database.ts'
import type { TakenDatabase } from './ports.ts'
import type { RunRequest } from './run-request.ts'

/**
 * Copies the real database that a run is about, and tells those who look at it in the end where it is.
 * @throws StagegateError; the reason of the request's signal
 */
export async function takeDatabase(
  database: string,
  { options, signal, onProgress }: RunRequest,
  { cwd, ports, setVariables }: CliEnvironment,
): Promise<TakenDatabase> {
  signal.throwIfAborted()
  const { dataSource, parallel } = options
  // Not among the parameters of the scenarios: it may be a URL with a password.
  setVariables({ [SOURCE]: database })
  const request = { database, dataSource: resolve(cwd, dataSource), parallel }
  const taken = await ports.databases.take(request, onProgress, signal).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error
  })
  if (!signal.aborted) return taken
  await taken[Symbol.asyncDispose]()
  throw signal.reason
}
