import { tokenize } from './tokenize.ts'

/** A query with `$1` in the place of its first named parameter, and so on, wherever a name stands. */
export interface NumberedQuery {
  readonly sql: string
  /** How many parameters there are, those included that had a number before. */
  readonly count: number
}

export function numberedParameters(sql: string): NumberedQuery {
  const names: string[] = []
  let text = ''
  let end = 0
  let count = 0
  for (const token of tokenize(sql)) {
    if (token.kind === 'place') count = Math.max(count, Number(token.text.slice(1)))
    if (token.kind !== 'parameter') continue
    if (!names.includes(token.text)) names.push(token.text)
    text += `${sql.slice(end, token.at)}$${names.indexOf(token.text) + 1}`
    end = token.at + token.text.length
  }
  return { sql: text + sql.slice(end), count: Math.max(count, names.length) }
}
