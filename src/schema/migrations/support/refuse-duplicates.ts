import type { QueryRunner } from 'typeorm'
import type { IndexDefinition } from '../../definitions/index-definition.ts'
import { quoteName } from '../../definitions/quote-name.ts'
import { SchemaError } from '../../schema-error.ts'

/**
 * Stops before a unique index would fail, to say which rows are the problem. As in the index, NULL equals nothing.
 * @throws SchemaError naming the first ten values that occur more than once.
 */
export async function refuseDuplicates(runner: QueryRunner, unique: IndexDefinition): Promise<void> {
  const { table, columns } = unique
  const names = columns.map(quoteName)
  const duplicates: Record<string, unknown>[] = await runner.query(
    `SELECT ${names.join(', ')}, count(*) AS "how many" FROM ${quoteName(table)}
     WHERE ${names.map((name) => `${name} IS NOT NULL`).join(' AND ')}
     GROUP BY ${names.join(', ')} HAVING count(*) > 1 ORDER BY ${names.join(', ')} LIMIT 10`,
  )
  if (duplicates.length === 0) return
  const values = duplicates.map((row) => `${describe(row, columns)} (${row['how many']} rows)`)
  throw new SchemaError({
    what: `${columns.join(' and ')} must be unique in ${table}, but several rows have the same; the first: ${values.join(', ')}.`,
    where: `table ${table}`,
    cause: 'Rows were written while no key or unique index stood in their way.',
    next: 'Decide which row is right and delete the others, then run the migrations again.',
  })
}

function describe(row: Record<string, unknown>, columns: readonly string[]): string {
  return columns.map((column) => JSON.stringify(String(row[column]))).join(' at ')
}
