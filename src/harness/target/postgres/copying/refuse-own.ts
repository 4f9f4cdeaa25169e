import type pg from 'pg'
import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../../address.ts'
import { OURS } from '../database-name.ts'
import { shown } from '../parse-url.ts'
import type { Server } from '../server.ts'

/** By what a database is known, whatever name its server is reached by. */
const IDENTITY = `SELECT system_identifier::text || ' ' || pg_postmaster_start_time()::text AS server,
  current_database() AS database FROM pg_control_system()`

/** @throws StagegateError where a source is the database that we give our orders from */
export async function refuseOwn(
  source: pg.ClientBase,
  address: PostgresAddress,
  server: Pick<Server, 'query'>,
): Promise<void> {
  const { rows } = await source.query<{ server: string; database: string }>(IDENTITY)
  const [ours] = await server.query<{ server: string; database: string }>(IDENTITY)
  if (rows[0]?.server === ours?.server && rows[0]?.database === ours?.database) throw ownDatabase(address)
}

/** @throws StagegateError for a name that only we give */
export function refuseOwnName(address: PostgresAddress): void {
  if (!address.database.startsWith(OURS)) return
  throw new StagegateError({
    what: `A database whose name begins with ${OURS} is one of Stagegate's own, and no source.`,
    where: shown(address),
    cause: 'A finished state, a copy that was kept, or one of a run that is under way.',
    next: 'Name the database itself; one that is yours all the same needs another name first.',
  })
}

/** The database that orders are given from. */
export function ownDatabase(address: PostgresAddress): StagegateError {
  return new StagegateError({
    what: 'The database to be rehearsed is the one that Stagegate gives its orders from.',
    where: shown(address),
    cause: '--database and --postgres-url (or STAGEGATE_POSTGRES_URL) name the same database.',
    next: 'Have --postgres-url name another one of that server, such as postgres, or another server.',
  })
}
