import type { Server } from '../../target/postgres/server.ts'
import type { DatabaseSettings } from './database-settings.ts'

const ROLES = `SELECT r.rolname::text AS name, pg_has_role(r.oid, 'MEMBER') AS member FROM pg_roles AS r`

/**
 * Why what is restored on a server cannot belong to whom it belonged, as words that follow "its"; null where it can.
 */
export async function whyWithoutRoles(server: Server, settings: DatabaseSettings): Promise<string | null> {
  const rows = await server.query<{ name: string; member: boolean }>(ROLES)
  const member = new Map(rows.map((role) => [role.name, role.member]))
  const missing = settings.roles.filter((name) => !member.has(name))
  if (missing.length > 0) return `server has no role ${missing.join(', ')}`
  const others = settings.owners.filter((name) => member.get(name) !== true)
  return others.length > 0 ? `user may not act for ${others.join(', ')}` : null
}
