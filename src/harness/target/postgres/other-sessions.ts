import type { PostgresAddress } from '../address.ts'
import { withConnection } from './connect.ts'

/** Who else is connected to a database, as `4711 (psql of clan)`: the number of the process, the program, the role. */
export function otherSessions(address: PostgresAddress): Promise<readonly string[]> {
  return withConnection(address, async (client) => {
    // Of which kind somebody else's session is, not everybody is told; workers of the server itself have no user.
    const { rows } = await client.query<{ pid: number; program: string; role: string }>(
      `SELECT pid, coalesce(nullif(application_name, ''), 'a program without a name') AS program,
         coalesce(usename, 'nobody') AS role
       FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
       ORDER BY pid`,
    )
    return rows.map(({ pid, program, role }) => `${pid} (${program} of ${role})`)
  })
}
