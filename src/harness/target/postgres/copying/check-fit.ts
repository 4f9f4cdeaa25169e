import type pg from 'pg'
import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../../address.ts'
import { shown } from '../parse-url.ts'
import type { Server } from '../server.ts'

const EXTENSIONS = `SELECT extname AS name FROM pg_extension ORDER BY 1`
const AVAILABLE = `SELECT name FROM pg_available_extensions`

/** Of the system, and asked for by name; those that a database brings itself come with it. */
const COLLATIONS = `SELECT DISTINCT l.collname AS name FROM pg_collation AS l
  JOIN pg_depend AS d ON d.refclassid = 'pg_collation'::regclass AND d.refobjid = l.oid
  WHERE l.collnamespace = 'pg_catalog'::regnamespace
  UNION SELECT DISTINCT l.collname FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
    JOIN pg_collation AS l ON l.oid = a.attcollation
  WHERE c.relkind IN ('r', 'p', 'i', 'v', 'm') AND c.oid >= 16384 AND l.collnamespace = 'pg_catalog'::regnamespace
  ORDER BY 1`
const KNOWN_COLLATIONS = `SELECT collname AS name FROM pg_collation
  WHERE collnamespace = 'pg_catalog'::regnamespace AND collencoding IN (-1, 6)`

const POLICIES = `SELECT DISTINCT r.rolname AS name, c.relname || ': ' || p.polname AS policy FROM pg_policy AS p
  JOIN pg_class AS c ON c.oid = p.polrelid JOIN pg_roles AS r ON r.oid = ANY (p.polroles) ORDER BY 1, 2`
const ROLES = 'SELECT rolname AS name FROM pg_roles'

const FOREIGN = 'SELECT srvname AS name FROM pg_foreign_server ORDER BY 1'

/**
 * Looks whether our server can hold a copy of a database at all, before anything is copied.
 * @throws StagegateError that names what it lacks
 */
export async function checkFit(
  source: pg.ClientBase,
  address: PostgresAddress,
  server: Server,
): Promise<void> {
  const where = shown(address)
  const extensions = await missing(source, EXTENSIONS, server, AVAILABLE)
  if (extensions.length > 0) {
    throw new StagegateError({
      what: `The database uses extensions that our server does not have: ${extensions.join(', ')}.`,
      where: `${where}, and ${shown(server.address)}`,
      cause: 'They are packages of their own, or come with an image of their own.',
      next: 'Install them there, or name a server or an image that has them (--postgres-url, STAGEGATE_POSTGRES_IMAGE).',
    })
  }
  const collations = await missing(source, COLLATIONS, server, KNOWN_COLLATIONS)
  if (collations.length > 0) {
    throw new StagegateError({
      what: `Columns or indexes are sorted by collations that our server does not have: ${collations.join(', ')}.`,
      where: `${where}, and ${shown(server.address)}`,
      cause: 'Another operating system, or a small image without languages.',
      next: 'Name a server or an image of the same kind as the source (--postgres-url, STAGEGATE_POSTGRES_IMAGE).',
    })
  }
  const roles = await missing(source, POLICIES, server, ROLES)
  if (roles.length > 0) {
    throw new StagegateError({
      what: `Policies of row-level security are for roles that our server does not have: ${[...new Set(roles)].join(', ')}.`,
      where: `${where}, and ${shown(server.address)}`,
      next: 'Create these roles there (CREATE ROLE … NOLOGIN): a policy for somebody else would be another one.',
    })
  }
  const { rows } = await source.query<{ name: string }>(FOREIGN)
  if (rows.length > 0) {
    throw new StagegateError({
      what: `The database reaches others: ${rows.map(({ name }) => name).join(', ')}. What is rehearsed on a copy of it could write there.`,
      where,
      cause: 'Foreign servers of postgres_fdw, file_fdw or the like.',
      next: 'Rehearse on a copy of your own from which they are dropped.',
    })
  }
}

/** The names that the one has and the other has not. */
async function missing(
  source: pg.ClientBase,
  wanted: string,
  server: Server,
  there: string,
): Promise<readonly string[]> {
  const [{ rows }, known] = await Promise.all([
    source.query<{ name: string }>(wanted),
    server.query<{ name: string }>(there),
  ])
  const names = new Set(known.map(({ name }) => name))
  return rows.map(({ name }) => name).filter((name) => !names.has(name))
}
