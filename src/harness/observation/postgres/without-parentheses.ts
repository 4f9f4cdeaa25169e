const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/g

/** An expression without the parentheses around all of it. */
export function withoutParentheses(expression: string): string {
  if (!expression.startsWith('(') || !expression.endsWith(')')) return expression
  let depth = 0
  const marks = expression.replace(QUOTED, (text) => '.'.repeat(text.length))
  for (let at = 0; at < marks.length - 1; at += 1) {
    if (marks[at] === '(') depth += 1
    if (marks[at] === ')') depth -= 1
    if (depth === 0) return expression
  }
  return expression.slice(1, -1)
}
