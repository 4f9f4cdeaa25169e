import { isUtf8 } from 'node:buffer'
import type { Bound } from '../connection.ts'

/** What a cell read by `cellOf` arrives as: the bytes of a text, or the literal of anything else. */
export type Cell = string | Buffer

const HEX_TEXT = /^CAST\(X'([0-9A-F]*)' AS TEXT\)$/
const BLOB = /^X'([0-9A-F]*)'$/
const INTEGER = /^-?\d+$/

/**
 * An expression that reads a value exactly. Texts come as bytes: quote() ends at a NUL, and the driver replaces
 * bytes that are no UTF-8.
 */
export function cellOf(column: string): string {
  return `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) ELSE quote(${column}) END`
}

/** The SQL literal of a cell. */
export function literalOf(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (cell.includes(0) || !isUtf8(cell)) return `CAST(X'${cell.toString('hex').toUpperCase()}' AS TEXT)`
  return `'${cell.toString('utf8').replaceAll("'", "''")}'`
}

/** A literal as a placeholder and the value to bind to it, so that no literal is pasted into a statement. */
export function boundLiteral(literal: string): { readonly sql: string; readonly value: Bound } {
  const hexText = HEX_TEXT.exec(literal)?.[1]
  if (hexText !== undefined) return { sql: 'CAST(? AS TEXT)', value: Buffer.from(hexText, 'hex') }
  const blob = BLOB.exec(literal)?.[1]
  if (blob !== undefined) return { sql: '?', value: Buffer.from(blob, 'hex') }
  if (literal.startsWith("'")) return { sql: '?', value: literal.slice(1, -1).replaceAll("''", "'") }
  if (literal === 'NULL') return { sql: '?', value: null }
  return { sql: `CAST(? AS ${INTEGER.test(literal) ? 'INTEGER' : 'REAL'})`, value: literal }
}
