import { METHOD_NAMES } from './methods.ts'

/** A row of the plan that names a method, with its other cells. */
export type MethodRow = Readonly<Record<string, string>> & { readonly method: string }

/**
 * The rows of a table that speaks of every method: one that is left out would be a method that nobody judges.
 * @throws RangeError for a method that does not exist, and for one without a row.
 */
export function methodRows(rows: readonly Readonly<Record<string, string>>[]): readonly MethodRow[] {
  const named = rows.map((row) => ({ ...row, method: row.method ?? '' }))
  const there = `; there are: ${METHOD_NAMES.join(', ')}`
  const unknown = named.find(({ method }) => !METHOD_NAMES.includes(method))
  if (unknown) throw new RangeError(`there is no method "${unknown.method}"${there}`)
  const missing = METHOD_NAMES.find((name) => !named.some(({ method }) => method === name))
  if (missing !== undefined) throw new RangeError(`the table has no row for the method "${missing}"${there}`)
  return named
}
