import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import { withConnection } from './connect.ts'
import { shown } from './parse-url.ts'

/** The first version that copies databases in the two ways that are needed, times ten thousand. */
const OLDEST = 150_000

interface Answer {
  readonly version: string
  readonly number: number
  readonly creates: boolean
}

const QUESTION = `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
  current_setting('server_version_num')::int AS number,
  (SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user) AS creates`

/**
 * The version of a server on which databases can be created.
 * @throws StagegateError when there is no connection, the server is too old, or the user may not create databases
 */
export async function serverVersion(address: PostgresAddress): Promise<string> {
  const answer = await withConnection(
    address,
    async (client) => (await client.query<Answer>(QUESTION)).rows[0],
  )
  if (answer === undefined) throw new Error('the server does not say what it is')
  return usable(answer, address)
}

/** @throws StagegateError when it is too old, or creating databases is not allowed */
export function usable({ version, number, creates }: Answer, address: PostgresAddress): string {
  if (number < OLDEST) {
    throw new StagegateError({
      what: `The server runs PostgreSQL ${version}, and 15 or later is needed.`,
      where: shown(address),
      next: 'Upgrade it, name another server, or let one be started in a container.',
    })
  }
  if (!creates) {
    throw new StagegateError({
      what: `The user ${address.user} may not create databases.`,
      where: shown(address),
      cause: 'A user of an application, not one for rehearsals.',
      next: `Have an administrator run ALTER ROLE … CREATEDB for it, or name another user.`,
    })
  }
  return version
}
