import type { Server } from '../../target/postgres/server.ts'

interface Session {
  readonly application: string | null
  readonly user: string
}

/** Workers of the engine itself are nobody. */
const SESSIONS = `SELECT DISTINCT application_name AS application, usename::text AS user FROM pg_stat_activity
  WHERE datname = $1 AND usesysid IS NOT NULL AND pid <> pg_backend_pid() ORDER BY 2, 1`

/** Who has a database open: `psql (user clan)`. */
export async function whoIsConnected(server: Server, database: string): Promise<readonly string[]> {
  const sessions = await server.query<Session>(SESSIONS, [database])
  return sessions.map(
    ({ application, user }) => `${application || 'a program without a name'} (user ${user})`,
  )
}
