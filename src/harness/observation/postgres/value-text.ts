import { kindOf } from './kind-of.ts'

const MOMENT = 'YYYY-MM-DD HH24:MI:SS.US'

/**
 * An expression for a value as text: text as it is, integers with all their digits, moments with six digits behind the
 * second, NULL as NULL, floats and bytes as the literal that stands for exactly them.
 */
export function valueText(value: string, type: string): string {
  switch (kindOf(type)) {
    case 'moment with zone':
      return `CASE WHEN isfinite(${value}) THEN to_char(${value} AT TIME ZONE 'UTC', '${MOMENT}') || '+00:00' ELSE (${value})::text END`
    case 'moment':
      return `CASE WHEN isfinite(${value}) THEN to_char(${value}, '${MOMENT}') ELSE (${value})::text END`
    case 'float':
      return `CASE WHEN (${value})::text ~ '^-?[0-9]+$' THEN (${value})::text || '.0' ELSE (${value})::text END`
    case 'bytes':
      return `'X''' || upper(encode(${value}, 'hex')) || ''''`
    default:
      return `(${value})::text`
  }
}
