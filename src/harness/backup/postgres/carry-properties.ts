import type pg from 'pg'
import type { Server } from '../../target/postgres/server.ts'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'

interface Properties {
  readonly limit: number
  readonly comment: string | null
  /** Whether anybody has said who may connect. */
  readonly granted: boolean
}

const PROPERTIES = `SELECT datconnlimit AS limit, shobj_description(oid, 'pg_database') AS comment,
  datacl IS NOT NULL AS granted FROM pg_database WHERE datname = $1`

const CONFIGURATION = `SELECT CASE s.setrole WHEN 0 THEN NULL ELSE pg_get_userbyid(s.setrole)::text END AS role, one AS setting
  FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase CROSS JOIN LATERAL unnest(s.setconfig) AS one
  WHERE d.datname = $1 ORDER BY 1 NULLS FIRST, 2`

const GRANTS = `SELECT CASE a.grantee WHEN 0 THEN NULL ELSE pg_get_userbyid(a.grantee)::text END AS role,
    a.privilege_type AS right, a.is_grantable AS grantable
  FROM pg_database AS d CROSS JOIN LATERAL aclexplode(d.datacl) AS a WHERE d.datname = $1 AND a.grantee <> d.datdba`

/**
 * Gives a database what another one has that no dump holds: who may connect, how many at a time, what sessions begin
 * with, and its comment. All or nothing.
 */
export async function carryProperties(server: Server, from: string, to: string): Promise<void> {
  await server.transaction(async (client) => {
    const { rows } = await client.query<Properties>(PROPERTIES, [from])
    const [properties] = rows
    if (properties === undefined) throw new Error(`there is no database ${from}`)
    const database = quoteIdentifier(to)
    await client.query(`ALTER DATABASE ${database} WITH CONNECTION LIMIT ${properties.limit}`)
    if (properties.comment !== null) {
      await client.query(`COMMENT ON DATABASE ${database} IS ${client.escapeLiteral(properties.comment)}`)
    }
    if (properties.granted) await carryGrants(client, from, database)
    await carryConfiguration(client, from, database)
  })
}

async function carryGrants(client: pg.ClientBase, from: string, database: string): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
  const { rows } = await client.query<{ role: string | null; right: string; grantable: boolean }>(GRANTS, [
    from,
  ])
  for (const { role, right, grantable } of rows) {
    const to = role === null ? 'PUBLIC' : quoteIdentifier(role)
    await client.query(
      `GRANT ${right} ON DATABASE ${database} TO ${to}${grantable ? ' WITH GRANT OPTION' : ''}`,
    )
  }
}

/** A setting that is a list is written as such only by who takes it from a session. */
async function carryConfiguration(client: pg.ClientBase, from: string, database: string): Promise<void> {
  const { rows } = await client.query<{ role: string | null; setting: string }>(CONFIGURATION, [from])
  for (const { role, setting } of rows) {
    const end = setting.indexOf('=')
    const name = setting.slice(0, end)
    await client.query('SELECT set_config($1, $2, true)', [name, setting.slice(end + 1)])
    const whose =
      role === null ? `DATABASE ${database}` : `ROLE ${quoteIdentifier(role)} IN DATABASE ${database}`
    await client.query(`ALTER ${whose} SET ${name.split('.').map(quoteIdentifier).join('.')} FROM CURRENT`)
  }
}
