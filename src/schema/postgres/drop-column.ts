import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { SchemaError } from '../schema-error.ts'
import { tableId } from './table-id.ts'

/**
 * Drops a column with its own foreign key; every other one keeps its place.
 * @throws SchemaError when something else still uses the column, or it is not there. PostgreSQL itself drops an index
 * with any of its columns.
 */
export async function dropColumn(runner: QueryRunner, table: string, column: string): Promise<void> {
  const users: { what: string }[] = await runner.query(USERS, [await tableId(runner, table), column])
  const names = users.map(({ what }) => what).join(', ')
  if (names !== '') throw stillUsed(table, column, `${names} uses it`)
  await runner
    .query(`ALTER TABLE ${quoteName(table)} DROP COLUMN ${quoteName(column)}`)
    .catch((error: unknown) => {
      throw stillUsed(table, column, error instanceof Error ? error.message : String(error), error)
    })
}

function stillUsed(table: string, column: string, why: string, cause?: unknown): SchemaError {
  return new SchemaError(
    {
      what: `Column ${table}.${column} cannot be dropped: ${why}.`,
      where: `column ${table}.${column}`,
      cause: 'An index, a view or a trigger that was made by hand uses it, or it is gone already.',
      next: 'Drop what the message names, then revert again.',
    },
    { cause },
  )
}

/** What would go with the column, or keep it from going, but for a foreign key that comes from it alone. */
const USERS = `
  SELECT DISTINCT pg_describe_object(d.classid, d.objid, d.objsubid) AS what
  FROM pg_depend AS d JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.refclassid = 'pg_class'::regclass AND a.attrelid = $1 AND a.attname = $2
    AND NOT (d.classid = 'pg_constraint'::regclass AND EXISTS (
      SELECT FROM pg_constraint AS f
      WHERE f.oid = d.objid AND f.contype = 'f' AND f.conrelid = $1 AND f.conkey = ARRAY[a.attnum]))
    AND NOT (d.classid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_class AS s WHERE s.oid = d.objid AND s.relkind = 'S'))
    AND d.classid <> 'pg_attrdef'::regclass
  ORDER BY what`
