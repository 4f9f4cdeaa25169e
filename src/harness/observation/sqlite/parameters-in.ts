import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { NamedQuery } from '../query-plan.ts'
import { type Token, tokenize } from './tokenize.ts'

/**
 * The names of a query's parameters, without the colon, in the order in which SQLite numbers them: each where it stands
 * first. Values in this order can be bound by their places.
 * @throws StagegateError for SQLite's other kinds of parameters, which would be numbered among them, and for what is no
 * SQL.
 */
export function parametersIn({ name, sql }: NamedQuery): readonly string[] {
  const tokens = tokensOf(name, sql)
  const other = tokens.find(isOther)
  if (other !== undefined) {
    throw new StagegateError({
      what: `The query ${name} has a parameter that is not written like :since.`,
      where: sql.slice(other.at).split('\n', 1)[0] ?? '',
      next: 'Write a colon and a name.',
    })
  }
  return [...new Set(tokens.filter(isParameter).map(({ text }) => text.slice(1)))]
}

/** Whether a token stands for a value that is bound. */
export function isParameter({ kind, text }: Token): boolean {
  return kind === 'word' && text.startsWith(':')
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

function isOther({ kind, text }: Token): boolean {
  return (kind === 'word' && /^[?@#]/.test(text)) || (kind === 'symbol' && text === '$')
}
