/** A part of SQL in which a question mark stands for itself, or any other character. */
const PART =
  /--[^\n]*|\/\*|[eE]'(?:[^'\\]|\\[\s\S]|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d[\w$]*|[\s\S]/g

/**
 * Turns `?` placeholders into `$1`, `$2` … in their order, as PostgreSQL takes them. A question mark in a literal, a
 * quoted name or a comment stays. Operators with a question mark, which are those of jsonb, are taken for placeholders.
 */
export function numberPlaceholders(sql: string): string {
  if (!sql.includes('?')) return sql
  const part = new RegExp(PART)
  let numbered = ''
  let count = 0
  for (let match = part.exec(sql); match !== null; match = part.exec(sql)) {
    const [text] = match
    if (text === '?') {
      count += 1
      numbered += `$${count}`
      continue
    }
    part.lastIndex = endOf(sql, text, match.index + text.length)
    numbered += sql.slice(match.index, part.lastIndex)
  }
  return numbered
}

/** Where a part ends whose end its beginning decides: a block comment, a text between dollar signs. */
function endOf(sql: string, start: string, from: number): number {
  if (start === '/*') return endOfComment(sql, from)
  if (!(start.startsWith('$') && start.endsWith('$') && start.length > 1)) return from
  const end = sql.indexOf(start, from)
  return end < 0 ? sql.length : end + start.length
}

/** A comment may hold comments. */
function endOfComment(sql: string, from: number): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = from
  for (let depth = 1; depth > 0; ) {
    const found = mark.exec(sql)
    if (found === null) return sql.length
    depth += found[0] === '/*' ? 1 : -1
  }
  return mark.lastIndex
}
