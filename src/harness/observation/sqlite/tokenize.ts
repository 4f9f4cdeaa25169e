/** One lexical element of an SQL text. White space and comments are no elements. */
export interface Token {
  /** `word` is unquoted, `identifier` quoted; `string`, `blob` and `number` are literals. */
  readonly kind: 'word' | 'identifier' | 'string' | 'blob' | 'number' | 'symbol'
  /** As it stands in the text. */
  readonly text: string
  /** What a name or a string means: without its quotes. */
  readonly value: string
  /** Where it begins in the text. */
  readonly at: number
}

const BLANK = /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const LEXEMES: readonly (readonly [Token['kind'], RegExp])[] = [
  ['blob', /[xX]'[0-9a-fA-F]*'/y],
  ['string', /'(?:[^']|'')*'/y],
  ['identifier', /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/y],
  ['number', /0[xX][0-9a-fA-F]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_\u0080-\uffff@:#?][\w$\u0080-\uffff]*/y],
  ['symbol', /->>|->|\|\||<<|>>|<=|>=|<>|!=|==|[-+*/%&|<>=~!(),.;$]/y],
]

/**
 * Takes an SQL text of SQLite apart.
 * @throws Error for text that no element begins with, such as a quote that is never closed.
 */
export function tokenize(sql: string): readonly Token[] {
  const tokens: Token[] = []
  let at = afterBlank(sql, 0)
  while (at < sql.length) {
    const token = lexemeAt(sql, at)
    tokens.push(token)
    at = afterBlank(sql, at + token.text.length)
  }
  return tokens
}

function afterBlank(sql: string, from: number): number {
  let at = from
  BLANK.lastIndex = at
  while (BLANK.test(sql)) {
    at = BLANK.lastIndex
  }
  return at
}

function lexemeAt(sql: string, at: number): Token {
  for (const [kind, pattern] of LEXEMES) {
    pattern.lastIndex = at
    const text = pattern.exec(sql)?.[0]
    if (text !== undefined) return { kind, text, value: meaningOf(kind, text), at }
  }
  throw new Error(`Not SQL from here on: ${sql.slice(at, at + 40)}`)
}

function meaningOf(kind: Token['kind'], text: string): string {
  if (kind !== 'string' && kind !== 'identifier') return text
  const quote = text.charAt(text.length - 1)
  const inner = text.slice(1, -1)
  return quote === ']' ? inner : inner.replaceAll(quote + quote, quote)
}
