import { SchemaError } from '../schema-error.ts'

/** The error for rows that have nothing in a column which must not be empty. */
export function withoutValue(table: string, column: string, empty: number): SchemaError {
  return new SchemaError({
    what: `${column} must not be empty in ${table}, but it is in ${empty === 1 ? '1 row' : `${empty} rows`}.`,
    where: `column ${table}.${column}`,
    cause: 'Rows were written while the column could be empty.',
    next: 'Give these rows a value or delete them, then run this step again.',
  })
}
