import type { PostgresAddress } from '../../target/address.ts'
import { parseUrl } from '../../target/postgres/parse-url.ts'
import { openServer, type Server } from '../../target/postgres/server.ts'
import { serverVersion } from '../../target/postgres/server-version.ts'
import { sweep } from '../../target/postgres/sweep.ts'
import { majorVersion } from '../../target/postgres/tools/major-version.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { maintenanceOf } from './maintenance-of.ts'

/** A server on which a dump can be restored, and its version; or why there is none. */
export type CheckingServer =
  | { readonly server: Server; readonly major: number }
  | { readonly server: null; readonly why: string }

/**
 * The server that was named for such things, or else the one that the database is on, where a database can be made
 * beside it.
 * @param least the version that the dump is of
 * @param beside the database that was dumped; null where nobody can get at it
 */
export async function checkingServer(
  named: string | null,
  least: number,
  beside: PostgresAddress | null,
): Promise<CheckingServer> {
  const reasons: string[] = []
  const candidates = [
    ...(named === null ? [] : [async () => parseUrl(named)]),
    ...(beside === null ? [] : [async () => maintenanceOf(beside)]),
  ]
  for (const candidate of candidates) {
    try {
      const address = await candidate()
      const version = await serverVersion(address)
      const major = majorVersion(version) ?? 0
      if (major >= least) {
        const server = await openServer(address)
        await sweep(server)
        return { server, major }
      }
      reasons.push(`the server runs ${version}, and the dump is of ${least}`)
    } catch (error) {
      if (!(error instanceof StagegateError)) throw error
      reasons.push(error.text.what.replace(/\.$/, ''))
    }
  }
  return { server: null, why: reasons[0] ?? 'no server to restore the dump on' }
}
