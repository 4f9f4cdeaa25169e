import { normaliseSql } from './normalise-sql.ts'
import { isWord, parenthesised, splitAtCommas } from './token-groups.ts'
import { type Token, tokenize } from './tokenize.ts'

/** What only the text of a CREATE INDEX tells. */
export interface CreateIndex {
  /** The indexed columns and expressions, normalised, without their collation and order. */
  readonly columns: readonly string[]
  /** The condition of a partial index, normalised, or null. */
  readonly where: string | null
}

/** @throws Error when the text is no CREATE INDEX. */
export function parseCreateIndex(sql: string): CreateIndex {
  const tokens = tokenize(sql)
  const open = tokens.findIndex((token) => isWord(token, '('))
  const { inner, close } = parenthesised(tokens, open)
  const rest = tokens.slice(close + 1)
  return {
    columns: splitAtCommas(inner).map((part) => normaliseSql(withoutOrder(part))),
    where: isWord(rest[0], 'WHERE') ? normaliseSql(rest.slice(1)) : null,
  }
}

function withoutOrder(part: readonly Token[]): readonly Token[] {
  const last = part.at(-1)
  const expression = isWord(last, 'ASC') || isWord(last, 'DESC') ? part.slice(0, -1) : part
  return isWord(expression.at(-2), 'COLLATE') ? expression.slice(0, -2) : expression
}
