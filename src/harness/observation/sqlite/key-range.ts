import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Bound } from '../connection.ts'
import { boundLiteral } from './literal.ts'

/** A condition or order in SQL and what is bound in it. */
export interface Fragment {
  readonly sql: string
  readonly params: readonly Bound[]
}

/** A column of the table that is read under the alias `t`. Qualified, an unknown name can't turn into a text. */
export function columnOf(name: string): string {
  return `t.${quoteIdentifier(name)}`
}

/** The rows whose key stands in this relation to the literals of another one. */
export function keyIs(
  relation: '>' | '>=' | '<=',
  key: readonly string[],
  literals: readonly string[],
): Fragment {
  const bound = literals.map(boundLiteral)
  return {
    sql: `(${key.map(columnOf).join(', ')}) ${relation} (${bound.map(({ sql }) => sql).join(', ')})`,
    params: bound.map(({ value }) => value),
  }
}

/** The rows from one key to another, in the order of the key. */
export function keyBetween(
  key: readonly string[],
  first: readonly string[],
  last: readonly string[],
): Fragment {
  const from = keyIs('>=', key, first)
  const to = keyIs('<=', key, last)
  return {
    sql: `WHERE ${from.sql} AND ${to.sql} ORDER BY ${key.map(columnOf).join(', ')}`,
    params: [...from.params, ...to.params],
  }
}
