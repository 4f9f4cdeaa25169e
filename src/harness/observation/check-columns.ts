import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { TableColumn } from './dialect.ts'
import type { Observer } from './with-observer.ts'

/**
 * Looks a table and columns of it up in the database before they become a part of a statement. Gives all columns.
 * @throws StagegateError that names what is not there, and what is.
 */
export async function checkColumns(
  { db, dialect }: Observer,
  table: string,
  columns: readonly string[],
): Promise<readonly TableColumn[]> {
  const tables = await dialect.readTables(db)
  const there = tables.get(table)
  if (there === undefined) {
    throw new StagegateError({
      what: `There is no table ${table}.`,
      where: `tables: ${[...tables.keys()].join(', ') || 'none'}`,
      cause: 'The name is misspelt, or the migration that makes the table has not run.',
    })
  }
  const missing = columns.filter((column) => !there.some(({ name }) => name === column))
  if (missing.length > 0) {
    throw new StagegateError({
      what: `${table} has no column ${missing.join(', ')}.`,
      where: `columns of ${table}: ${there.map(({ name }) => name).join(', ')}`,
      cause: 'The name is misspelt, or the migration that adds the column has not run.',
    })
  }
  return there
}
