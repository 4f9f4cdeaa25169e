import type { QueryRunner } from 'typeorm'
import { SchemaError } from '../schema-error.ts'
import { tableId } from './table-id.ts'

/**
 * Stops before a table is rebuilt that has something which a new table in its place could not be given.
 * @param tables all that are rebuilt together: they may refer to each other
 * @throws SchemaError naming it.
 */
export async function refuseUncarried(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  const ids: number[] = []
  for (const table of tables) {
    const id = await tableId(runner, table)
    if (id !== undefined) ids.push(id)
  }
  const found: { table: string; what: string }[] = await runner.query(UNCARRIED, [ids])
  if (found.length === 0) return
  const objects = found.map(({ table, what }) => `${what} (${table})`)
  throw new SchemaError({
    what: `Tables cannot be rebuilt while something depends on them that would not survive it: ${objects.join(', ')}.`,
    where: `tables ${[...new Set(found.map(({ table }) => table))].join(', ')}`,
    cause: 'It was made by hand.',
    next: 'Drop it, run this step, and create it again on the new tables.',
  })
}

const UNCARRIED = `
  SELECT DISTINCT t.relname AS "table", u.what FROM pg_class AS t, LATERAL (
    SELECT CASE v.relkind WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view ' ELSE 'rule ' || r.rulename || ' of ' END
      || v.relname AS what
    FROM pg_rewrite AS r JOIN pg_class AS v ON v.oid = r.ev_class WHERE v.oid = t.oid AND v.relkind NOT IN ('v', 'm')
      OR r.oid IN (SELECT d.objid FROM pg_depend AS d WHERE d.classid = 'pg_rewrite'::regclass
                   AND d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid)
    UNION ALL SELECT 'row-level security' WHERE t.relrowsecurity
    UNION ALL SELECT 'policy ' || p.polname FROM pg_policy AS p WHERE p.polrelid = t.oid
    UNION ALL SELECT 'foreign key ' || f.conname || ' of ' || f.conrelid::regclass FROM pg_constraint AS f
      WHERE f.contype = 'f' AND f.confrelid = t.oid AND f.conrelid <> ALL ($1::oid[])
    UNION ALL SELECT 'inheritance with ' || (CASE WHEN i.inhrelid = t.oid THEN i.inhparent ELSE i.inhrelid END)::regclass
      FROM pg_inherits AS i WHERE t.oid IN (i.inhrelid, i.inhparent)
    UNION ALL SELECT 'partitioning' WHERE t.relkind = 'p'
    UNION ALL SELECT 'publication ' || p.pubname FROM pg_publication_tables AS p
      WHERE p.schemaname = t.relnamespace::regnamespace::text AND p.tablename = t.relname
    UNION ALL SELECT 'replica identity' WHERE t.relreplident <> 'd'
    UNION ALL SELECT 'statistics ' || s.stxname FROM pg_statistic_ext AS s WHERE s.stxrelid = t.oid
    UNION ALL SELECT 'identity of column ' || a.attname FROM pg_attribute AS a WHERE a.attrelid = t.oid AND a.attidentity <> ''
    UNION ALL SELECT 'statistics target of column ' || a.attname FROM pg_attribute AS a
      WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND coalesce(a.attstattarget, -1) <> -1
    UNION ALL SELECT 'options of column ' || a.attname FROM pg_attribute AS a
      WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attoptions IS NOT NULL
    UNION ALL SELECT 'tablespace' WHERE t.reltablespace <> 0
    UNION ALL SELECT 'absence from the log' WHERE t.relpersistence <> 'p'
    UNION ALL SELECT 'sequence ' || s.relname FROM pg_depend AS d JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
      JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid
        AND d.deptype = 'a' AND s.relname <> concat_ws('_', t.relname, a.attname, 'seq')
  ) AS u WHERE t.oid = ANY ($1::oid[]) ORDER BY 1, 2`
