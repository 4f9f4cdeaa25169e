import type pg from 'pg'
import { quoteIdentifier } from '../../../vocabulary/quote-identifier.ts'
import { type Grant, readClosed, readGrants } from './read-grants.ts'

/**
 * Gives roles what they may do in the source, as far as our server has them.
 * @returns how many privileges were not given, by the role that is not there
 */
export async function keepGrants(
  source: pg.ClientBase,
  copy: pg.ClientBase,
): Promise<ReadonlyMap<string, number>> {
  const grants = await readGrants(source)
  const { rows } = await copy.query<{ name: string }>('SELECT rolname AS name FROM pg_roles')
  const there = new Set(rows.map(({ name }) => name))
  const missing = new Map<string, number>()
  await copy.query('BEGIN')
  for (const object of await readClosed(source)) await copy.query(`REVOKE ALL ON ${object} FROM PUBLIC`)
  for (const grant of grants) {
    if (grant.role === null || there.has(grant.role)) await copy.query(statement(grant))
    else missing.set(grant.role, (missing.get(grant.role) ?? 0) + 1)
  }
  await copy.query('COMMIT')
  return missing
}

function statement({ role, right, grantable, on }: Grant): string {
  const to = role === null ? 'PUBLIC' : quoteIdentifier(role)
  return `GRANT ${right} ON ${on} TO ${to}${grantable ? ' WITH GRANT OPTION' : ''}`
}
