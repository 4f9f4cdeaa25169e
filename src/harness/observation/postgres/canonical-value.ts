import { kindOf } from './kind-of.ts'
import { valueText } from './value-text.ts'

/** What a session has to be set to for floats of fifteen significant digits. */
export const CANONICAL_FLOATS = 'SET extra_float_digits = 0'

/**
 * SQL for a value as the literal that is the same on every engine: integers by their digits, floats by fifteen
 * significant ones, text quoted, moments as a text of UTC with six digits behind the second.
 */
export function canonicalValue(value: string, type: string): string {
  return `coalesce(${presentValue(value, type)}, 'NULL')`
}

function presentValue(value: string, type: string): string {
  switch (kindOf(type)) {
    case 'integer':
    case 'float':
      return `(${value})::text`
    case 'numeric':
      return `trim_scale(${value})::text`
    case 'boolean':
      return `(${value})::integer::text`
    case 'bytes':
      return valueText(value, type)
    case 'moment with zone':
      return quoted(valueText(`(${value}) AT TIME ZONE 'UTC'`, 'timestamp without time zone'))
    default:
      return quoted(valueText(value, type))
  }
}

function quoted(text: string): string {
  return `'''' || replace(${text}, '''', '''''') || ''''`
}
