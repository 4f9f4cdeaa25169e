/** Comments, literals, names in each kind of quotes, words and numbers, operators, anything else. */
const PART =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[\w$\u0080-\uffff]+|[<>=!|]+|\S/g

const PLAIN_NAME_IN_QUOTES = /^(?:"\w+"|`\w+`|\[\w+\])$/

/**
 * The parts of a statement, as they compare with another's: without comments, white space and quotes that make no
 * difference, words in lower case, literals as they are. Only for what SQLite knows as text and in no other way.
 */
export function partsOf(sql: string): readonly string[] {
  return (sql.match(PART) ?? []).filter((part) => !/^(?:--|\/\*)/.test(part)).map(comparable)
}

function comparable(part: string): string {
  if (part.startsWith("'")) return part
  return (PLAIN_NAME_IN_QUOTES.test(part) ? part.slice(1, -1) : part).toLowerCase()
}
