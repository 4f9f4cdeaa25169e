import type { Token } from './tokenize.ts'

/** Whether a token is this keyword or symbol. A quoted name never is. */
export function isWord(token: Token | undefined, text: string): boolean {
  return (token?.kind === 'word' || token?.kind === 'symbol') && token.text.toUpperCase() === text
}

/** What stands between the parenthesis at `open` and the one that closes it, and where that is. */
export function parenthesised(
  tokens: readonly Token[],
  open: number,
): { inner: readonly Token[]; close: number } {
  if (!isWord(tokens[open], '('))
    throw new Error(`A parenthesis is missing before: ${tokens[open]?.text ?? 'the end'}`)
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    if (isWord(tokens[at], '(')) depth += 1
    if (isWord(tokens[at], ')')) depth -= 1
    if (depth === 0) return { inner: tokens.slice(open + 1, at), close: at }
  }
  throw new Error('A parenthesis is never closed.')
}

/** The parts of a list between its commas; commas in parentheses do not count. */
export function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (isWord(token, '(')) depth += 1
    if (isWord(token, ')')) depth -= 1
    if (depth === 0 && isWord(token, ',')) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}
