/** A value of a parameter. */
type Value = string | number | null

/** A statement as PostgreSQL takes it: `$1` for the first of the values. */
export interface NumberedStatement {
  readonly sql: string
  readonly values: readonly Value[]
}

/** Texts, quoted names and comments as they stand; casts; and the parameters between them. */
const PARTS =
  /\bE'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|::|:(?<name>[A-Za-z_]\w*)/gi

/**
 * Numbers a statement's named parameters, such as `:name`; one that stands in it twice is one.
 * @throws RangeError for a parameter without a value
 */
export function numberedParameters(
  sql: string,
  parameters: Readonly<Record<string, Value>>,
): NumberedStatement {
  const names: string[] = []
  const numbered = sql.replace(PARTS, (...found) => {
    const { name }: { readonly name?: string } = found.at(-1)
    if (name === undefined) return found[0]
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  const values = names.map((name) => {
    const value = parameters[name]
    if (value === undefined) throw new RangeError(`Missing named parameter "${name}"`)
    return value
  })
  return { sql: numbered, values }
}
