import { type Token, tokenize } from './tokenize.ts'

const PLAIN_NAME = /^[a-z_][a-z0-9_]*$/
const NO_SPACE_BEFORE = new Set([',', ')', '.', ';', '('])
const NO_SPACE_AFTER = new Set(['(', '.'])

/**
 * SQL in one form for all ways to write it: comments dropped, white space folded, unquoted words in lower
 * case, names quoted with `"` and only where that is needed. Literals stay as they are.
 */
export function normaliseSql(sql: string | readonly Token[]): string {
  const tokens = typeof sql === 'string' ? tokenize(sql) : sql
  let text = ''
  let before: string | undefined
  for (const token of tokens) {
    const next = textOf(token)
    if (before !== undefined && !NO_SPACE_AFTER.has(before) && !NO_SPACE_BEFORE.has(next)) text += ' '
    text += next
    before = token.kind === 'symbol' ? token.text : 'x'
  }
  return text
}

function textOf(token: Token): string {
  if (token.kind === 'word') return token.text.toLowerCase()
  if (token.kind !== 'identifier') return token.text
  return PLAIN_NAME.test(token.value) ? token.value : `"${token.value.replaceAll('"', '""')}"`
}
