import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { NamedQuery } from '../query-plan.ts'
import { type Token, tokenize } from './tokenize.ts'

/**
 * The names of a query's parameters, without the colon, each where it stands first. `::` is a cast.
 * @throws StagegateError for `$1`, which would be numbered among them, and for what is no SQL.
 */
export function parametersIn({ name, sql }: NamedQuery): readonly string[] {
  const tokens = tokensOf(name, sql)
  // A question mark by itself is what other engines call a parameter. PostgreSQL's operators of that name are for JSON.
  const other = tokens.find(({ kind, text }) => kind === 'place' || text === '?')
  if (other !== undefined) {
    throw new StagegateError({
      what: `The query ${name} has a parameter that is not written like :since.`,
      where: sql.slice(other.at).split('\n', 1)[0] ?? '',
      next: 'Write a colon and a name.',
    })
  }
  return [...new Set(tokens.filter(({ kind }) => kind === 'parameter').map(({ text }) => text.slice(1)))]
}

function tokensOf(name: string, sql: string): readonly Token[] {
  try {
    return tokenize(sql)
  } catch (cause) {
    throw new StagegateError(
      { what: `The query ${name} is no SQL.`, where: String(cause), cause: 'A quote that is never closed.' },
      { cause },
    )
  }
}
