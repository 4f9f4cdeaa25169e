import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { Sequence } from '../sequence.ts'

interface SequenceRow {
  readonly schema: string
  readonly sequence: string
  readonly table: string
  readonly column: string
}

/** Sequences that belong to a column, as those of serial and identity columns do, or that a column's default asks. */
export async function readSequences(db: Connection): Promise<readonly Sequence[]> {
  const rows = await db.all<SequenceRow>(
    `SELECT DISTINCT n.nspname AS schema, s.relname AS sequence, c.relname AS "table", a.attname AS "column"
     FROM (
       SELECT d.objid AS sequence, d.refobjid AS "table", d.refobjsubid AS attnum FROM pg_depend AS d
       WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
         AND d.refobjsubid > 0
       UNION
       SELECT d.refobjid, f.adrelid, f.adnum FROM pg_depend AS d JOIN pg_attrdef AS f ON f.oid = d.objid
       WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass
     ) AS fills
       JOIN pg_class AS s ON s.oid = fills.sequence AND s.relkind = 'S' JOIN pg_namespace AS n ON n.oid = s.relnamespace
       JOIN pg_class AS c ON c.oid = fills."table" AND c.relkind IN ('r', 'p')
         AND c.relnamespace = 'public'::regnamespace
       JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = fills.attnum
     ORDER BY 3, 4, 2`,
  )
  const found: Sequence[] = []
  for (const row of rows) found.push(await readSequence(db, row))
  return found
}

async function readSequence(
  db: Connection,
  { schema, sequence, table, column }: SequenceRow,
): Promise<Sequence> {
  const [row] = await db.all<Omit<Sequence, 'table' | 'column'>>(
    `SELECT CASE WHEN s.is_called THEN s.last_value END::text AS last,
       (s.last_value + CASE WHEN s.is_called THEN p.seqincrement ELSE 0 END::numeric)::text AS next,
       (SELECT max(t.${quoteIdentifier(column)})::text FROM ${quoteIdentifier(table)} AS t) AS largest
     FROM ${quoteIdentifier(schema)}.${quoteIdentifier(sequence)} AS s
       JOIN pg_sequence AS p ON p.seqrelid = s.tableoid`,
  )
  return { table, column, last: row?.last ?? null, next: row?.next ?? '1', largest: row?.largest ?? null }
}
