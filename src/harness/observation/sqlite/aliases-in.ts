import { isWord } from './token-groups.ts'
import { type Token, tokenize } from './tokenize.ts'

/** What the names in a query's FROM clauses stand for. All keys are in lower case. */
export interface Aliases {
  /** Tables by alias, and by their own name where they have no alias. Several tables may share an alias. */
  readonly tablesOf: ReadonlyMap<string, readonly string[]>
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
  const tablesOf = new Map<string, readonly string[]>()
  const derived = new Set<string>()
  const tokens = tokenize(sql)
  tokens.forEach((token, at) => {
    if (!isName(token)) return
    const name = token.value.toLowerCase()
    if (isWord(tokens[at + 1], 'AS') && startsBody(tokens, at + 2)) derived.add(name)
    const table = known.get(name)
    if (table === undefined) return
    const called = aliasAfter(tokens, at) ?? name
    tablesOf.set(called, [...new Set([...(tablesOf.get(called) ?? []), table])])
  })
  return { tablesOf, derived }
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
