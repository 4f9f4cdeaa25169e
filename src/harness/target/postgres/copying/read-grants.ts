import type pg from 'pg'
import { quoteIdentifier } from '../../../vocabulary/quote-identifier.ts'
import { OF_USERS } from './source-tables.ts'

/** What one role may do with one object of a database. */
export interface Grant {
  /** Null for everybody. */
  readonly role: string | null
  readonly right: string
  readonly grantable: boolean
  /** The object, as it is written behind ON. */
  readonly on: string
}

interface GrantRow {
  readonly role: string | null
  readonly right: string
  readonly grantable: boolean
  readonly kind: 'TABLE' | 'SEQUENCE' | 'SCHEMA' | 'ROUTINE'
  readonly schema: string
  readonly name: string
  readonly column: string | null
  /** With its arguments, as the server writes and quotes them. */
  readonly routine: string | null
}

const ROLE = 'CASE a.grantee WHEN 0 THEN NULL ELSE pg_get_userbyid(a.grantee) END'

/** What owners may do with what is theirs goes with the owner. A list that nobody has touched is the engine's own. */
const GRANTS = `SELECT ${ROLE} AS role, a.privilege_type AS right, a.is_grantable AS grantable,
    CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, n.nspname AS schema, c.relname AS name,
    NULL::name AS "column", NULL::text AS routine
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) AS a
  WHERE a.grantee <> c.relowner AND ${OF_USERS}
  UNION ALL SELECT ${ROLE}, a.privilege_type, a.is_grantable, 'TABLE', n.nspname, c.relname, t.attname, NULL
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS t ON t.attrelid = c.oid AND NOT t.attisdropped CROSS JOIN LATERAL aclexplode(t.attacl) AS a
  WHERE a.grantee <> c.relowner AND ${OF_USERS}
  UNION ALL SELECT ${ROLE}, a.privilege_type, a.is_grantable, 'SCHEMA', n.nspname, '', NULL, NULL
  FROM pg_namespace AS n CROSS JOIN LATERAL aclexplode(n.nspacl) AS a
  WHERE a.grantee <> n.nspowner AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  UNION ALL SELECT ${ROLE}, a.privilege_type, a.is_grantable, 'ROUTINE', n.nspname, p.proname, NULL,
    p.oid::regprocedure::text
  FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace CROSS JOIN LATERAL aclexplode(p.proacl) AS a
  WHERE a.grantee <> p.proowner AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (
    SELECT FROM pg_depend AS e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')`

/** Objects that everybody may use until somebody says otherwise, and of which somebody has. */
const CLOSED = `SELECT 'ROUTINE' AS kind, p.oid::regprocedure::text AS routine, '' AS schema
  FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
  WHERE p.proacl IS NOT NULL AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (
    SELECT FROM pg_depend AS e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
  UNION ALL SELECT 'SCHEMA', NULL, 'public' FROM pg_namespace WHERE nspname = 'public'`

/** Every privilege on tables, columns, sequences, schemas and routines that is not its owner's. */
export async function readGrants(client: pg.ClientBase): Promise<readonly Grant[]> {
  const { rows } = await client.query<GrantRow>(GRANTS)
  return rows.map(({ role, right, grantable, column, ...object }) => ({
    role,
    right: column === null ? right : `${right} (${quoteIdentifier(column)})`,
    grantable,
    on: objectOf(object),
  }))
}

/** What has to be taken from everybody before privileges are given: new objects come with some. */
export async function readClosed(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<Pick<GrantRow, 'kind' | 'routine' | 'schema'>>(CLOSED)
  return rows.map((row) => objectOf({ ...row, name: '' }))
}

function objectOf({ kind, schema, name, routine }: Pick<GrantRow, 'kind' | 'schema' | 'name' | 'routine'>) {
  if (kind === 'SCHEMA') return `SCHEMA ${quoteIdentifier(schema)}`
  if (kind === 'ROUTINE') return `ROUTINE ${routine}`
  return `${kind} ${quoteIdentifier(schema)}.${quoteIdentifier(name)}`
}
