import pg from 'pg'
import { kindOf } from './kind-of.ts'

const { builtins } = pg.types
const AS_WRITTEN: readonly number[] = [builtins.INT2, builtins.INT4, builtins.INT8, builtins.NUMERIC]
const FLOATS: readonly number[] = [builtins.FLOAT4, builtins.FLOAT8]
const MOMENTS: readonly number[] = [builtins.TIMESTAMP, builtins.TIMESTAMPTZ]
const MOMENT = /^(\d+-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.(\d+))?(\+00)?$/

/**
 * The SQL literal of a value that PostgreSQL has written as text, in a session of UTC.
 * @param type the number of its type in pg_type
 */
export function literalOf(text: string | null, type: number): string {
  if (text === null) return 'NULL'
  if (AS_WRITTEN.includes(type))
    return text === 'NaN' || text.endsWith('Infinity') ? `'${text}'::numeric` : text
  if (FLOATS.includes(type)) return floatLiteral(text)
  if (type === builtins.BOOL) return text === 't' ? 'true' : 'false'
  if (type === builtins.BYTEA) return `X'${text.slice(2).toUpperCase()}'`
  return `'${(MOMENTS.includes(type) ? momentText(text) : text).replaceAll("'", "''")}'`
}

/** The text that a literal of this type stands for, as PostgreSQL reads it when it is bound. */
export function boundText(literal: string, type: string): string {
  const quoted = /^(X?)'([\s\S]*)'(?:::[a-z0-9]+)?$/.exec(literal)
  const text = quoted?.[2]
  if (text === undefined) return literal
  return quoted?.[1] === 'X' && kindOf(type) === 'bytes' ? `\\x${text}` : text.replaceAll("''", "'")
}

function floatLiteral(text: string): string {
  if (/^-?\d+$/.test(text)) return `${text}.0`
  if (/^-?\d+$/.test(text)) return `${text}.0`
  return /^[-\d.e+]+$/.test(text) ? text : `'${text}'::float8`
}

/** PostgreSQL drops the zeros at the end of a fraction. */
function momentText(text: string): string {
  const [, second, fraction = '', zone] = MOMENT.exec(text) ?? []
  return second === undefined
    ? text
    : `${second}.${fraction.padEnd(6, '0')}${zone === undefined ? '' : '+00:00'}`
}
