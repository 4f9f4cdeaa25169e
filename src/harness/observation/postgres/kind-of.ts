/** What kind of values a column has, as far as their text differs. Everything else is text. */
export type Kind =
  | 'integer'
  | 'float'
  | 'numeric'
  | 'boolean'
  | 'moment with zone'
  | 'moment'
  | 'bytes'
  | 'text'

const INTEGERS = /^(?:smallint|integer|bigint)$/
const FLOATS = /^(?:real|double precision)$/

/** @param type as PostgreSQL's format_type() names it */
export function kindOf(type: string): Kind {
  if (INTEGERS.test(type)) return 'integer'
  if (FLOATS.test(type)) return 'float'
  if (/^numeric(?:\(|$)/.test(type)) return 'numeric'
  if (/^timestamp(?:\(\d\))? with time zone$/.test(type)) return 'moment with zone'
  if (/^timestamp(?:\(\d\))? without time zone$/.test(type)) return 'moment'
  return type === 'boolean' ? 'boolean' : type === 'bytea' ? 'bytes' : 'text'
}
