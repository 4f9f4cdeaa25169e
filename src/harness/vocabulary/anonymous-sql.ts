/**
 * What is read as a whole in a statement: quoted names, which stay; comments and literals, which may hold names of people.
 * A statement that was cut ends in the midst of one.
 */
const TOKEN =
  /(?<name>"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$))|(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<escaped>[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|\\?$))|(?<literal>'(?:[^']|'')*(?:'|$))|(?<dollar>\$(?<tag>(?:[A-Za-z_]\w*)?)\$[\s\S]*?(?:\$\k<tag>\$|$))/g

/** A statement without its literals and comments. Numbers stay, and so do the names of tables and columns. */
export function anonymousSql(sql: string): string {
  return sql.replace(TOKEN, (token, ...rest) => {
    const groups: Partial<Record<string, string>> = rest.at(-1)
    if (groups.name !== undefined) return token
    return groups.comment === undefined ? "'…'" : '/* … */'
  })
}
