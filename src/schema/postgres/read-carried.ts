import type { QueryRunner } from 'typeorm'
import { tableId } from './table-id.ts'

/** What a table has besides columns and rows: a new table in its place would not have it. */
export interface Carried {
  /** Indexes that stand for no constraint; `text` is what follows CREATE … INDEX … ON the table. */
  readonly indexes: readonly { readonly name: string; readonly unique: boolean; readonly text: string }[]
  /** Keys and exclusions, then foreign keys. `columns` are those of the table, by name. */
  readonly constraints: readonly CarriedConstraint[]
  readonly triggers: readonly { readonly name: string; readonly text: string; readonly enabled: string }[]
  readonly comments: readonly Comment[]
  readonly owner: string
  /** Storage parameters as `ALTER TABLE … SET (…)` takes them; empty when there are none. */
  readonly settings: string
  readonly grants: readonly Grant[]
  /** Whether somebody has ever granted or revoked something. */
  readonly granted: boolean
}

/** Who owns the table, and what others may do with it. */
export type Privileges = Pick<Carried, 'owner' | 'granted' | 'grants'>

export interface CarriedConstraint {
  readonly name: string
  readonly kind: 'p' | 'u' | 'x' | 'f'
  readonly columns: readonly string[]
  readonly text: string
}

export interface Comment {
  readonly kind: 'TABLE' | 'COLUMN' | 'CONSTRAINT' | 'INDEX' | 'TRIGGER'
  readonly name: string
  readonly text: string
}

/** A privilege on the table or, with a column's name, on that column. */
export interface Grant {
  readonly column: string | null
  /** A role, quoted, or PUBLIC. */
  readonly grantee: string
  readonly privilege: string
  readonly grantable: boolean
}

/** Reads it before anything changes, while every name in it means what it has always meant. */
export async function readCarried(runner: QueryRunner, table: string): Promise<Carried | undefined> {
  const id = await tableId(runner, table)
  if (id === undefined) return undefined
  const [facts]: { owner: string; settings: string; granted: boolean }[] = await runner.query(FACTS, [id])
  if (facts === undefined) return undefined
  return {
    ...facts,
    indexes: await runner.query(INDEXES, [id]),
    constraints: await runner.query(CONSTRAINTS, [id]),
    triggers: await runner.query(TRIGGERS, [id]),
    comments: await runner.query(COMMENTS, [id]),
    grants: await readGrants(runner, table),
  }
}

/** Owner and privileges, which others can change at any time: no lock of ours keeps them from it. */
export async function readPrivileges(runner: QueryRunner, table: string): Promise<Privileges | undefined> {
  const [facts]: { owner: string; granted: boolean }[] = await runner.query(FACTS, [
    await tableId(runner, table),
  ])
  if (facts === undefined) return undefined
  const { owner, granted } = facts
  return { owner, granted, grants: await readGrants(runner, table) }
}

/** The privileges on the table that a name means now. */
export async function readGrants(runner: QueryRunner, table: string): Promise<readonly Grant[]> {
  return runner.query(GRANTS, [await tableId(runner, table)])
}

const FACTS = `
  SELECT pg_get_userbyid(c.relowner) AS owner, c.relacl IS NOT NULL AS granted, concat_ws(', ',
    array_to_string(c.reloptions, ', '),
    (SELECT string_agg('toast.' || o, ', ') FROM pg_class AS t, unnest(t.reloptions) AS o WHERE t.oid = c.reltoastrelid)
  ) AS settings
  FROM pg_class AS c WHERE c.oid = $1`

/** The engine writes the name of the table with its schema, always: what stands in front of it is known. */
const INDEXES = `
  SELECT x.relname AS name, i.indisunique AS "unique", substr(pg_get_indexdef(x.oid), length(format(
    'CREATE %sINDEX %I ON %s%I.%I ', CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, x.relname,
    CASE WHEN t.relkind = 'p' THEN 'ONLY ' ELSE '' END, n.nspname, t.relname)) + 1) AS text
  FROM pg_index AS i JOIN pg_class AS x ON x.oid = i.indexrelid JOIN pg_class AS t ON t.oid = i.indrelid
    JOIN pg_namespace AS n ON n.oid = t.relnamespace
  WHERE i.indrelid = $1 AND i.indisvalid AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = x.oid AND c.conrelid = $1)
  ORDER BY x.oid`

const CONSTRAINTS = `
  SELECT c.conname AS name, c.contype AS kind, pg_get_constraintdef(c.oid) AS text,
    (SELECT array_agg(a.attname::text) FROM pg_attribute AS a
     WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)) AS columns
  FROM pg_constraint AS c WHERE c.conrelid = $1 AND c.contype IN ('p', 'u', 'x', 'f')
  ORDER BY c.contype = 'f', c.oid`

const TRIGGERS = `
  SELECT tgname AS name, pg_get_triggerdef(oid) AS text, tgenabled AS enabled
  FROM pg_trigger WHERE tgrelid = $1 AND NOT tgisinternal ORDER BY tgname`

const COMMENTS = `
  SELECT 'TABLE' AS kind, '' AS name, description AS text FROM pg_description
    WHERE classoid = 'pg_class'::regclass AND objoid = $1 AND objsubid = 0
  UNION ALL SELECT 'COLUMN', a.attname, d.description FROM pg_description AS d
    JOIN pg_attribute AS a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
    WHERE d.classoid = 'pg_class'::regclass AND d.objoid = $1 AND d.objsubid > 0
  UNION ALL SELECT 'CONSTRAINT', c.conname, d.description FROM pg_description AS d
    JOIN pg_constraint AS c ON c.oid = d.objoid WHERE d.classoid = 'pg_constraint'::regclass AND c.conrelid = $1
  UNION ALL SELECT 'INDEX', x.relname, d.description FROM pg_description AS d
    JOIN pg_class AS x ON x.oid = d.objoid JOIN pg_index AS i ON i.indexrelid = x.oid
    WHERE d.classoid = 'pg_class'::regclass AND i.indrelid = $1
  UNION ALL SELECT 'TRIGGER', t.tgname, d.description FROM pg_description AS d
    JOIN pg_trigger AS t ON t.oid = d.objoid WHERE d.classoid = 'pg_trigger'::regclass AND t.tgrelid = $1`

const GRANTS = `
  SELECT NULL AS "column", CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS grantee,
    a.privilege_type AS privilege, a.is_grantable AS grantable
  FROM pg_class AS c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) AS a WHERE c.oid = $1
  UNION ALL SELECT c.attname, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
    a.privilege_type, a.is_grantable
  FROM pg_attribute AS c, aclexplode(c.attacl) AS a WHERE c.attrelid = $1 AND NOT c.attisdropped`
