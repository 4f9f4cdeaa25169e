import { type Token, tokenize } from './tokenize.ts'

const NO_SPACE_BEFORE = new Set([',', ')', '.', ';', '(', '::', '[', ']'])
const NO_SPACE_AFTER = new Set(['(', '.', '::', '['])
const PLAIN_NAME = /^"[a-z_][a-z0-9_]*"$/

/**
 * SQL in one form for all ways to write it: comments dropped, white space folded, unquoted words in lower case, names
 * quoted only where that is needed, and the schema `public` not named. Literals stay as they are.
 */
export function normaliseSql(sql: string): string {
  let text = ''
  let before: string | undefined
  for (const token of withoutSchema(tokenize(sql))) {
    const next = textOf(token)
    if (before !== undefined && !NO_SPACE_AFTER.has(before) && !NO_SPACE_BEFORE.has(next)) text += ' '
    text += next
    before = token.kind === 'symbol' ? token.text : 'x'
  }
  return text
}

function withoutSchema(tokens: readonly Token[]): readonly Token[] {
  const isSchema = (at: number) => textOf(tokens[at]) === 'public' && tokens[at + 1]?.text === '.'
  return tokens.filter((_, at) => !isSchema(at) && !(at > 0 && isSchema(at - 1)))
}

function textOf(token: Token | undefined): string {
  if (token?.kind === 'word') return token.text.toLowerCase()
  if (token?.kind === 'identifier' && PLAIN_NAME.test(token.text)) return token.text.slice(1, -1)
  return token?.text ?? ''
}
