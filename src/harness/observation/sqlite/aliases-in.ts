import { isWord } from './token-groups.ts'
import { type Token, tokenize } from './tokenize.ts'

/** What the names in a query's FROM clauses stand for. All keys are in lower case. */
export interface Aliases {
  /** Tables by alias and by their own name. An alias that two tables share is left out. */
  readonly tableOf: ReadonlyMap<string, string>
  /** Names of common table expressions. */
  readonly derived: ReadonlySet<string>
}

const NO_ALIAS = new Set(
  'WHERE ON USING JOIN LEFT RIGHT FULL INNER CROSS NATURAL OUTER GROUP ORDER LIMIT HAVING WINDOW UNION EXCEPT INTERSECT SET INDEXED NOT VALUES SELECT RETURNING'.split(
    ' ',
  ),
)

/** SQLite's plans call a table by its alias; this finds the table behind it. */
export function aliasesIn(sql: string, tables: readonly string[]): Aliases {
  const known = new Map(tables.map((table) => [table.toLowerCase(), table]))
  const tableOf = new Map(known)
  const shared = new Set<string>()
  const derived = new Set<string>()
  const tokens = tokenize(sql)
  tokens.forEach((token, at) => {
    if (!isName(token)) return
    if (isWord(tokens[at + 1], 'AS') && startsBody(tokens, at + 2)) derived.add(token.value.toLowerCase())
    const table = known.get(token.value.toLowerCase())
    const alias = table === undefined ? undefined : aliasAfter(tokens, at)
    if (table === undefined || alias === undefined) return
    if ((tableOf.get(alias) ?? table) !== table) shared.add(alias)
    tableOf.set(alias, table)
  })
  for (const alias of shared) tableOf.delete(alias)
  return { tableOf, derived }
}

function isName(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'identifier'
}

function startsBody(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at], '(') || isWord(tokens[at], 'MATERIALIZED') || isWord(tokens[at], 'NOT')
}

function aliasAfter(tokens: readonly Token[], at: number): string | undefined {
  const next = tokens[isWord(tokens[at + 1], 'AS') ? at + 2 : at + 1]
  if (!isName(next)) return undefined
  if (next.kind === 'word' && NO_ALIAS.has(next.text.toUpperCase())) return undefined
  return next.value.toLowerCase()
}
