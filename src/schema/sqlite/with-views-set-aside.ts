import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { SchemaError } from '../schema-error.ts'

interface Dependent {
  readonly type: 'view' | 'trigger'
  readonly name: string
  readonly table: string
  readonly sql: string
}

/**
 * Takes every view and trigger out of the way of a step that rebuilds or fills tables, and makes them again from their
 * own text. SQLite refuses to rename a table while a view or trigger speaks of one that is gone; and a trigger must not
 * take the migration's writing for somebody's work.
 * @throws SchemaError when one of them worked before the step and does not work on the new tables.
 */
export async function withViewsSetAside(runner: QueryRunner, step: () => Promise<void>): Promise<void> {
  const dependents: Dependent[] = await runner.query(
    `SELECT type, name, tbl_name AS "table", sql FROM main.sqlite_schema WHERE type IN ('view', 'trigger')
     ORDER BY type = 'trigger', rowid`,
  )
  const failuresBefore = await failuresOf(runner, dependents)
  for (const { type, name } of dependents.toReversed()) await runner.query(`DROP ${type} ${quoteName(name)}`)
  await step()
  for (const dependent of dependents) {
    await runner.query(dependent.sql).catch((error: unknown) => {
      throw broken(dependent, error)
    })
  }
  for (const [use, failure] of await failuresOf(runner, dependents)) {
    if (!failuresBefore.has(use)) throw failure
  }
}

/** The uses of views and triggers that do not compile, and why: `trigger noted, DELETE`. */
async function failuresOf(
  runner: QueryRunner,
  dependents: readonly Dependent[],
): Promise<ReadonlyMap<string, SchemaError>> {
  const failures = new Map<string, SchemaError>()
  for (const dependent of dependents) {
    for (const [kind, sql] of Object.entries(await usesOf(runner, dependent))) {
      // EXPLAIN compiles a statement and runs nothing.
      await runner.query(`EXPLAIN ${sql}`).catch((error: unknown) => {
        failures.set(`${dependent.type} ${dependent.name}, ${kind}`, broken(dependent, error))
      })
    }
  }
  return failures
}

/** For a trigger, the three kinds of writing, which between them compile every trigger of a table or view. */
async function usesOf(
  runner: QueryRunner,
  { type, name, table }: Dependent,
): Promise<Readonly<Record<string, string>>> {
  if (type === 'view') return { SELECT: `SELECT * FROM ${quoteName(name)}` }
  const columns: { name: string }[] = await runner.query(
    `SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0`,
    [table],
  )
  const target = quoteName(table)
  const assignments = columns.map((column) => `${quoteName(column.name)} = ${quoteName(column.name)}`)
  return {
    INSERT: `INSERT INTO ${target} DEFAULT VALUES`,
    UPDATE: `UPDATE ${target} SET ${assignments.join(', ')}`,
    DELETE: `DELETE FROM ${target}`,
  }
}

function broken({ type, name }: Dependent, error: unknown): SchemaError {
  return new SchemaError(
    {
      what: `The ${type} ${name} does not work on the new tables: ${error instanceof Error ? error.message : error}.`,
      where: `${type} ${name}`,
      cause: 'It was made by hand and uses a table or column that this step takes away.',
      next: 'Drop it, then run this step again.',
    },
    { cause: error },
  )
}
