import type { QueryRunner } from 'typeorm'
import { SchemaError } from '../schema-error.ts'

/**
 * Stops before a table is dropped that others refer to, while foreign keys are enforced: dropping it deletes its rows
 * first, and every ON DELETE acts on the child rows. TypeORM reverts in that state, and nothing can leave it: the
 * pragma does nothing inside a transaction.
 * @throws SchemaError naming the tables that refer to it.
 */
export async function refuseReferenced(runner: QueryRunner, table: string): Promise<void> {
  const [state]: { foreign_keys: number }[] = await runner.query(
    'SELECT foreign_keys FROM pragma_foreign_keys',
  )
  if (state?.foreign_keys === 0) return
  const children: { name: string }[] = await runner.query(
    `SELECT DISTINCT m.name FROM main.sqlite_schema AS m JOIN pragma_foreign_key_list(m.name, 'main') AS f
     WHERE m.type = 'table' AND f."table" = ? COLLATE NOCASE AND m.name <> ? COLLATE NOCASE ORDER BY m.name`,
    [table, table],
  )
  if (children.length === 0) return
  const names = children.map(({ name }) => name).join(', ')
  throw new SchemaError({
    what: `Table ${table} cannot be dropped while ${names} refers to it and foreign keys are enforced.`,
    where: `foreign keys of ${names}`,
    cause: 'A foreign key that was made by hand, or a step that comes before the one which drops that key.',
    next: `Drop the foreign key first: its ON DELETE would act on the rows of ${names}.`,
  })
}
