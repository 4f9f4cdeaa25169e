import type { DataSource } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import type { DatabaseState } from './read-state.ts'

/** Reads every object and every row but those of the migration history, and with them privileges and comments. */
export async function readPostgres(dataSource: DataSource): Promise<DatabaseState> {
  const objects: { name: string; text: string }[] = await dataSource.query(OBJECTS)
  const tables: { name: string }[] = await dataSource.query(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' ORDER BY relname`,
  )
  const rows: Record<string, readonly string[]> = {}
  for (const { name } of tables) {
    const values: object[] = await dataSource.query(`SELECT * FROM ${quoteName(name)} ORDER BY 1`)
    rows[name] = values.map((row) =>
      JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)),
    )
  }
  return { catalog: Object.fromEntries(objects.map(({ name, text }) => [name, text])), rows }
}

const OBJECTS = `
  WITH t AS (SELECT * FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'migrations%'
    AND relname NOT LIKE 'PK\\_%')
  SELECT 'table ' || relname AS name, concat_ws(' ', pg_get_userbyid(relowner), reloptions::text,
    (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(relacl) AS a), obj_description(oid, 'pg_class')) AS text
    FROM t WHERE relkind = 'r'
  UNION ALL SELECT 'column ' || relname || '.' || attname, concat_ws(' ',
      row_number() OVER (PARTITION BY attrelid ORDER BY attnum), format_type(atttypid, atttypmod), attnotnull,
      pg_get_expr(adbin, adrelid), attacl::text, col_description(t.oid, attnum))
    FROM t JOIN pg_attribute ON attrelid = t.oid AND attnum > 0 AND NOT attisdropped
      LEFT JOIN pg_attrdef ON adrelid = t.oid AND adnum = attnum WHERE relkind = 'r'
  UNION ALL SELECT 'constraint ' || conname, concat_ws(' ', conrelid::regclass, pg_get_constraintdef(c.oid), convalidated,
      nullif(regexp_replace(obj_description(c.oid, 'pg_constraint'), '\\s*/[*] ids: [^*]*[*]/', ''), ''))
    FROM t JOIN pg_constraint AS c ON conrelid = t.oid WHERE contype <> 'n'
  UNION ALL SELECT 'index ' || relname, concat_ws(' ', pg_get_indexdef(t.oid), indisvalid, obj_description(t.oid, 'pg_class'))
    FROM t JOIN pg_index ON indexrelid = t.oid
  UNION ALL SELECT 'sequence ' || t.relname, concat_ws(' ', own.refobjid::regclass, own.refobjsubid)
    FROM t LEFT JOIN pg_depend AS own ON own.objid = t.oid AND own.deptype = 'a' WHERE relkind = 'S'
  UNION ALL SELECT 'trigger ' || tgname, concat_ws(' ', pg_get_triggerdef(g.oid), tgenabled, obj_description(g.oid, 'pg_trigger'))
    FROM t JOIN pg_trigger AS g ON tgrelid = t.oid WHERE NOT tgisinternal
  UNION ALL SELECT 'function ' || proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT 'view ' || relname, pg_get_viewdef(oid) FROM t WHERE relkind = 'v'
  UNION ALL SELECT 'schema ' || nspname, '' FROM pg_namespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('public', 'information_schema')
  ORDER BY name`
