import type pg from 'pg'
import { quoteIdentifier } from '../../../vocabulary/quote-identifier.ts'

/** A table or a sequence of a database, in any schema. */
export interface SourceTable {
  readonly schema: string
  readonly name: string
  /** `table`: with rows of its own · `partitioned`: its rows are those of its partitions. */
  readonly kind: 'table' | 'partitioned' | 'sequence'
  /** Whether this user may read it. */
  readonly readable: boolean
  /** Whether a policy hides rows of it from this user. */
  readonly hidden: boolean
}

/** Objects of the engine and of extensions are made by those. */
export const OF_USERS = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (
  SELECT FROM pg_depend AS e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')`

const TABLES = `SELECT n.nspname AS schema, c.relname AS name,
    CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'p' THEN 'partitioned' ELSE 'table' END AS kind,
    has_schema_privilege(n.oid, 'USAGE') AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege(c.oid, 'SELECT')
      ELSE has_table_privilege(c.oid, 'SELECT') END AS readable,
    c.relkind <> 'S' AND row_security_active(c.oid) AS hidden
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't' AND ${OF_USERS}
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`

/** The tables and sequences of a database, sorted by schema and name. */
export async function sourceTables(client: pg.ClientBase): Promise<readonly SourceTable[]> {
  return (await client.query<SourceTable>(TABLES)).rows
}

/** As it is written in a statement. */
export function quotedTable({ schema, name }: Pick<SourceTable, 'schema' | 'name'>): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`
}

/** As people are told of it: the schema `public` goes without saying. */
export function shownTable({ schema, name }: Pick<SourceTable, 'schema' | 'name'>): string {
  return schema === 'public' ? name : `${schema}.${name}`
}
