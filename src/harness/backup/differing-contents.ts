import { formatCount } from '../vocabulary/format.ts'
import type { DatabaseContents } from './backup.ts'

/** How far two contents could be compared, and what differs. */
export interface ContentsComparison {
  /** The first difference, as words that follow "it": `holds 3 rows of clan_members, and not 4`; null for none. */
  readonly difference: string | null
  readonly unchecked: readonly string[]
}

/** Compares what is found with what has to be there. */
export function differingContents(expected: DatabaseContents, found: DatabaseContents): ContentsComparison {
  // Another version of an engine may write values its own way: then only numbers of rows say something.
  const sameVersion = expected.engineVersion === found.engineVersion
  const unread = expected.tables.filter(({ fingerprint }) => fingerprint === null).map(({ name }) => name)
  return {
    difference:
      differentTables(expected, found) ??
      differentRows(expected, found, sameVersion) ??
      otherwise(expected, found),
    unchecked: [
      ...(sameVersion
        ? []
        : [
            `rows were counted, and not compared: they were read by ${expected.engineVersion}, and this is ${found.engineVersion}`,
          ]),
      ...(unread.length === 0
        ? []
        : [`rows that cannot be put in one order were counted, and not compared: ${unread.join(', ')}`]),
    ],
  }
}

function differentTables(expected: DatabaseContents, found: DatabaseContents): string | null {
  const names = (contents: DatabaseContents) => new Set(contents.tables.map(({ name }) => name))
  const there = names(found)
  const missing = [...names(expected)].filter((name) => !there.has(name))
  if (missing.length > 0) return `has no table ${missing.join(', ')}`
  const wanted = names(expected)
  const extra = [...there].filter((name) => !wanted.has(name))
  return extra.length > 0 ? `has a table too many: ${extra.join(', ')}` : null
}

function differentRows(expected: DatabaseContents, found: DatabaseContents, values: boolean): string | null {
  const tables = new Map(found.tables.map((table) => [table.name, table]))
  for (const { name, rows, fingerprint } of expected.tables) {
    const table = tables.get(name)
    if (table?.rows !== rows) {
      return `holds ${formatCount(table?.rows ?? 0)} rows of ${name}, and not ${formatCount(rows)}`
    }
    if (values && table.fingerprint !== fingerprint) return `holds other values in ${name}`
  }
  return null
}

function otherwise(expected: DatabaseContents, found: DatabaseContents): string | null {
  if (expected.catalog !== found.catalog) return 'has other columns, indexes, keys, views or triggers'
  return expected.migration === found.migration
    ? null
    : `stands at ${found.migration}, and not at ${expected.migration}`
}
