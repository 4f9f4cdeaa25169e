/** One lexical element of an SQL text. White space and comments are no elements. */
export interface Token {
  /** `word` is unquoted, `identifier` quoted; `parameter` is `:since`, and `place` is `$1`. */
  readonly kind: 'word' | 'identifier' | 'string' | 'number' | 'parameter' | 'place' | 'symbol'
  /** As it stands in the text. */
  readonly text: string
  /** Where it begins in the text. */
  readonly at: number
}

const LEXEMES: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', /[eE]'(?:[^'\\]|''|\\[\s\S])*'/y],
  ['string', /(?:[uU]&|[bBxXnN])?'(?:[^']|'')*'/y],
  ['string', /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*?\$\1\$/y],
  ['identifier', /(?:[uU]&)?"(?:[^"]|"")*"/y],
  ['number', /(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['symbol', /::|:=/y],
  ['parameter', /:[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['place', /\$\d+/y],
  // A comment begins within what would else be an operator.
  ['symbol', /[(),.;[\]:]|(?:(?!--|\/\*)[-+*/<>=~!@#%^&|`?])+/y],
]
const LINE_COMMENT = /--[^\n]*/y
const COMMENT_MARK = /\/\*|\*\//g
const SPACE = /\s+/y

/**
 * Takes an SQL text of PostgreSQL apart.
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

function lexemeAt(sql: string, at: number): Token {
  for (const [kind, pattern] of LEXEMES) {
    pattern.lastIndex = at
    const text = pattern.exec(sql)?.[0]
    // A colon between two names, as in a slice of an array, stands before no parameter.
    if (text !== undefined && !(kind === 'parameter' && /[\w\]]/.test(sql.charAt(at - 1))))
      return { kind, text, at }
  }
  throw new Error(`Not SQL from here on: ${sql.slice(at, at + 40)}`)
}

function afterBlank(sql: string, from: number): number {
  let at = from
  for (;;) {
    const end = sql.startsWith('/*', at)
      ? afterComment(sql, at)
      : (matchEnd(SPACE, sql, at) ?? matchEnd(LINE_COMMENT, sql, at))
    if (end === undefined) return at
    at = end
  }
}

/** Comments of this kind hold others. */
function afterComment(sql: string, from: number): number {
  COMMENT_MARK.lastIndex = from
  for (let depth = 0; ; ) {
    const mark = COMMENT_MARK.exec(sql)
    if (mark === null) return sql.length
    depth += mark[0] === '/*' ? 1 : -1
    if (depth === 0) return COMMENT_MARK.lastIndex
  }
}

function matchEnd(pattern: RegExp, sql: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(sql) ? pattern.lastIndex : undefined
}
