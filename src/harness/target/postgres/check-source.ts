import type pg from 'pg'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import type { Source } from '../source.ts'
import { connect, withConnection } from './connect.ts'
import { ownDatabase, refuseOwn, refuseOwnName } from './copying/refuse-own.ts'
import { refuseUnreadable } from './copying/refuse-unreadable.ts'
import { SOURCE_SETTINGS } from './copying/source-settings.ts'
import { sourceTables } from './copying/source-tables.ts'
import { parseUrl, shown } from './parse-url.ts'
import { findTools } from './tools/find-tools.ts'
import { majorVersion } from './tools/major-version.ts'
import { DATABASE_OPTION } from './url-option.ts'

/** The first version whose catalogs the observer reads. */
const OLDEST = 15

interface Facts {
  readonly version: string
  readonly bytes: string
  readonly template: boolean
}

const FACTS = `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
  pg_database_size(oid)::text AS bytes, datistemplate AS template
  FROM pg_database WHERE datname = current_database()`

/**
 * Looks at a database that somebody names by its URL, as far as copying it whole needs; it is only read.
 * @param env `STAGEGATE_POSTGRES_URL` names the server that a run works on, whose database is no source
 * @throws StagegateError that says what is wrong with it: no server, no such database, a wrong password, tables that
 * this user may not read or sees only in part, a version that is too old or that there are no tools for, one of ours
 */
export async function checkSource(
  url: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Source> {
  const address = parseUrl(url, DATABASE_OPTION)
  refuseOwnName(address)
  const options = { settings: SOURCE_SETTINGS, option: DATABASE_OPTION }
  const facts = await withConnection(
    address,
    async (client) => {
      await refuseMaintenance(client, address, env.STAGEGATE_POSTGRES_URL)
      refuseUnreadable(await sourceTables(client), address)
      return (await client.query<Facts>(FACTS)).rows[0]
    },
    options,
  )
  const major = majorVersion(facts?.version ?? '') ?? 0
  if (major < OLDEST) throw tooOld(address, facts?.version ?? '')
  await findTools({ least: major })
  return { engine: 'postgres', location: shown(address), address, bytes: Number(facts?.bytes) }
}

/** What is wrong with the server that a run works on is told by whoever opens it. */
async function refuseMaintenance(
  client: pg.ClientBase,
  address: PostgresAddress,
  maintenance: string | undefined,
): Promise<void> {
  if (!maintenance) return
  const server = parseUrl(maintenance)
  if (server.database !== address.database) return
  if (server.host === address.host && server.port === address.port) throw ownDatabase(address)
  const ours = await connect(server).catch(() => undefined)
  if (ours === undefined) return
  try {
    await refuseOwn(client, address, {
      query: async (sql, values = []) => (await ours.query(sql, [...values])).rows,
    })
  } finally {
    await ours.end()
  }
}

function tooOld(address: PostgresAddress, version: string): StagegateError {
  return new StagegateError({
    what: `The database is of PostgreSQL ${version}, and ${OLDEST} or later is needed.`,
    where: shown(address),
    cause: 'What a migration changes is read from catalogs that older versions do not have.',
    next: 'Dump it and restore it on a server of a later version, and name that with --database.',
  })
}
