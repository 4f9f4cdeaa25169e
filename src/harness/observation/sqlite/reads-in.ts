import type { FullScan, TableRead } from '../query-plan.ts'
import { aliasesIn } from './aliases-in.ts'

/** A read, with the name that the plan has for what is read. */
export interface NamedRead extends TableRead {
  readonly name: string
  /** By what all of it is read; null for anything but a scan. */
  readonly by: FullScan['by'] | null
}

/** What the database consists of, as far as plans speak of it. */
export interface Relations {
  readonly tables: readonly string[]
  /** Tables by the names of their indexes. */
  readonly tableOfIndex: ReadonlyMap<string, string>
}

type Found = Pick<NamedRead, 'name' | 'how' | 'by'> & { readonly virtual?: boolean; readonly index?: string }

const SCAN = /^SCAN (.+?)(?: EXISTS)?(?: USING (COVERING )?INDEX (.+)| (VIRTUAL TABLE) .*| LEFT-JOIN)?$/
const SEARCH = /^SEARCH (.+?)(?: EXISTS)? USING (AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?/
// The terms of an index come in its order, equalities first. ANY() is a column that is skipped: each of its values is tried.
const RANGE = / \((?:ANY\(.*|[^=]*[<>][^=]*)\)(?: LEFT-JOIN)?$/
// SQLite says SEARCH of every min() and max(). Without an index that reads the whole table, unless it is of the row
// id; the two look the same, and a scan that is not reported would be the worse mistake.
const EXTREME = /^SEARCH (.+?)(?: EXISTS)?$/
// Filled from all rows of the table before the first one is sought.
const BLOOM_FILTER = /^BLOOM FILTER ON (.+) \(.*\)$/
const IN_ROWS = /^USING ROWID SEARCH ON TABLE (.+) FOR IN-OPERATOR$/
const IN_INDEX = /^USING INDEX (.+) FOR IN-OPERATOR$/
const DERIVED = /^(?:MATERIALIZE|CO-ROUTINE) (.+)$/
const NO_TABLE = /^\(|^(?:\d+ )?CONSTANT ROWS?$|^\d+-ROW VALUES CLAUSE$/

/**
 * The tables that a plan of SQLite reads. A plan calls them by their aliases; a name that nothing in the query explains,
 * such as an alias within a view, may be any table.
 */
export function readsIn(
  steps: readonly string[],
  sql: string,
  { tables, tableOfIndex }: Relations,
): readonly NamedRead[] {
  const { tablesOf, derived } = aliasesIn(sql, tables)
  const made = new Set([...derived, ...steps.map((step) => DERIVED.exec(step)?.[1]?.toLowerCase())])
  const tablesCalled = ({ name, virtual, index }: Found): readonly string[] => {
    if (index !== undefined) return [tableOfIndex.get(index) ?? []].flat()
    const called = tablesOf.get(name.toLowerCase())
    if (called !== undefined) return called
    const own = tables.filter((table) => table.toLowerCase() === name.toLowerCase())
    if (own.length > 0) return own
    return virtual || NO_TABLE.test(name) || made.has(name.toLowerCase()) ? [] : tables
  }
  return steps.flatMap((step) => {
    const found = readOf(step)
    const meant = found === undefined ? [] : tablesCalled(found)
    if (found === undefined || meant.length === 0) return []
    return [{ tables: meant, how: found.how, step, name: found.name, by: found.by }]
  })
}

function howSought(step: string, automatic: string | undefined): TableRead['how'] {
  if (automatic !== undefined) return 'automatic index'
  return RANGE.test(step) ? 'range' : 'search'
}

function readOf(step: string): Found | undefined {
  const [, scanned, covering, index, virtual] = SCAN.exec(step) ?? []
  if (scanned !== undefined) {
    const by = index === undefined ? 'table' : covering === undefined ? 'index' : 'covering index'
    return { name: scanned, how: 'scan', by, virtual: virtual !== undefined }
  }
  const [, sought, automatic] = SEARCH.exec(step) ?? []
  if (sought !== undefined) return { name: sought, how: howSought(step, automatic), by: null }
  const read = EXTREME.exec(step)?.[1] ?? BLOOM_FILTER.exec(step)?.[1]
  if (read !== undefined) return { name: read, how: 'scan', by: 'table' }
  const rows = IN_ROWS.exec(step)?.[1]
  if (rows !== undefined) return { name: rows, how: 'search', by: null }
  const inIndex = IN_INDEX.exec(step)?.[1]
  return inIndex === undefined ? undefined : { name: inIndex, how: 'search', by: null, index: inIndex }
}
