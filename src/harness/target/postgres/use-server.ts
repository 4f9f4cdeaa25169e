import { parseUrl, shown } from './parse-url.ts'
import type { RunningServer } from './running-server.ts'
import { openServer } from './server.ts'
import { serverVersion } from './server-version.ts'
import { sweep } from './sweep.ts'

/**
 * A server of the user's own. Only databases with names of ours are created and dropped on it; disposing of it drops
 * those whose owners are dead, and leaves the server alone.
 * @throws StagegateError when there is no connection, or the server or the user is not fit
 */
export async function useServer(url: string): Promise<RunningServer> {
  const address = parseUrl(url)
  const startedAt = performance.now()
  const version = await serverVersion(address)
  return {
    url,
    location: shown(address),
    version,
    startupMilliseconds: performance.now() - startedAt,
    async [Symbol.asyncDispose]() {
      await using server = await openServer(address)
      await sweep(server)
    },
  }
}
