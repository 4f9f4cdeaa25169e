import type { Deferrable } from '../../vocabulary/catalog.ts'
import { normaliseSql } from './normalise-sql.ts'
import { isWord, parenthesised, splitAtCommas } from './token-groups.ts'
import { type Token, tokenize } from './tokenize.ts'

/** What only the text of a CREATE TABLE tells; SQLite's pragmas tell the rest. */
export interface CreateTable {
  readonly autoIncrement: boolean
  /** By column name, in lower case: what its COLLATE clause says. */
  readonly collations: ReadonlyMap<string, string>
  /** By column name, in lower case: the expression of a generated column, normalised. */
  readonly expressions: ReadonlyMap<string, string>
  readonly checks: readonly string[]
  /** In the order of their declaration. */
  readonly foreignKeys: readonly { readonly columns: readonly string[]; readonly deferrable: Deferrable }[]
}

const TABLE_CONSTRAINTS = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']

interface Findings {
  autoIncrement: boolean
  readonly collations: Map<string, string>
  readonly expressions: Map<string, string>
  readonly checks: string[]
  readonly foreignKeys: { columns: readonly string[]; deferrable: Deferrable }[]
}

/** @throws Error when the text is no CREATE TABLE with a list of columns. */
export function parseCreateTable(sql: string): CreateTable {
  const tokens = tokenize(sql)
  const open = tokens.findIndex((token) => isWord(token, '('))
  const found: Findings = {
    autoIncrement: false,
    collations: new Map(),
    expressions: new Map(),
    checks: [],
    foreignKeys: [],
  }
  for (const definition of splitAtCommas(parenthesised(tokens, open).inner)) readDefinition(definition, found)
  return found
}

function readDefinition(tokens: readonly Token[], found: Findings): void {
  const first = tokens[0]
  if (first === undefined) return
  const ofTable = TABLE_CONSTRAINTS.some((word) => isWord(first, word))
  const column = ofTable ? undefined : first.value
  let keyColumns: readonly string[] = column === undefined ? [] : [column]
  let at = ofTable ? 0 : 1
  while (at < tokens.length) {
    const token = tokens[at]
    if (isWord(token, 'FOREIGN')) keyColumns = namesIn(tokens, at + 2)
    if (isWord(token, 'REFERENCES')) {
      found.foreignKeys.push({ columns: keyColumns, deferrable: deferrableAfter(tokens, at + 1) })
    }
    at = readClause(tokens, at, column?.toLowerCase(), found)
  }
}

/** Reads the clause that begins at a token, if one does, and tells where to go on. */
function readClause(
  tokens: readonly Token[],
  at: number,
  column: string | undefined,
  found: Findings,
): number {
  const token = tokens[at]
  if (isWord(token, 'CONSTRAINT')) return at + 2
  if (isWord(token, 'AUTOINCREMENT')) found.autoIncrement = true
  if (isWord(token, 'COLLATE') && column !== undefined) {
    found.collations.set(column, tokens[at + 1]?.value.toUpperCase() ?? '')
    return at + 2
  }
  if (isWord(token, 'CHECK')) {
    const { inner, close } = parenthesised(tokens, at + 1)
    found.checks.push(normaliseSql(inner))
    return close + 1
  }
  if (isWord(token, 'AS') && column !== undefined) {
    const { inner, close } = parenthesised(tokens, at + 1)
    found.expressions.set(column, normaliseSql(inner))
    return close + 1
  }
  return isWord(token, '(') ? parenthesised(tokens, at).close + 1 : at + 1
}

function namesIn(tokens: readonly Token[], open: number): readonly string[] {
  return splitAtCommas(parenthesised(tokens, open).inner).map((part) => part[0]?.value ?? '')
}

/** The DEFERRABLE clause of the reference that begins here; the next reference has one of its own. */
function deferrableAfter(tokens: readonly Token[], from: number): Deferrable {
  for (let at = from; at < tokens.length; at += 1) {
    if (isWord(tokens[at], 'REFERENCES') || isWord(tokens[at], 'FOREIGN')) return 'no'
    if (!isWord(tokens[at], 'DEFERRABLE')) continue
    if (isWord(tokens[at - 1], 'NOT')) return 'no'
    const deferred = isWord(tokens[at + 1], 'INITIALLY') && isWord(tokens[at + 2], 'DEFERRED')
    return deferred ? 'initially deferred' : 'initially immediate'
  }
  return 'no'
}
