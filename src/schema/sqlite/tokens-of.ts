/** Everything in SQL that is no word of the language: comments, quoted names, literals. */
const QUOTED = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/g

/** The bare words of a statement in upper case, without what stands in comments, quotes and literals. */
export function tokensOf(sql: string): ReadonlySet<string> {
  return new Set(
    sql
      .replace(QUOTED, ' ')
      .toUpperCase()
      .match(/[A-Z_]+/g) ?? [],
  )
}
