import type { Catalog } from '../vocabulary/catalog.ts'
import type { KnownHistory } from './known-history.ts'

const EMPTY: Catalog = { tables: [], views: [], triggers: [], virtualTables: [] }

/**
 * The state that a database is really in, where its record is ahead of it: of the tables and columns in which the recorded
 * migration differs from that state, none is as the record says. Null where at least one is.
 *
 * Indexes do not count: a migration that made none, and was recorded, leaves rows that stand where the record says.
 */
export function behindRecord(
  catalog: Catalog,
  at: string,
  { history, baselines }: Pick<KnownHistory, 'history' | 'baselines'>,
): string | null {
  const recorded = structure(baselines.get(at) ?? EMPTY)
  const actual = structure(catalog)
  const position = history.findIndex(({ name }) => name === at)
  const earlier = history.slice(0, position).map(({ name }) => ({ name, catalog: baselines.get(name) }))
  for (const state of [...earlier.toReversed(), { name: 'a database without tables', catalog: EMPTY }]) {
    if (state.catalog === undefined) continue
    const before = structure(state.catalog)
    const differing = [...new Set([...recorded.keys(), ...before.keys()])].filter(
      (name) => recorded.get(name) !== before.get(name),
    )
    const none = differing.every((name) => actual.get(name) !== recorded.get(name))
    if (differing.length > 0 && none) return state.name
  }
  return null
}

/** Tables and columns; of a column only its place in the key, because types differ by who made the table. */
function structure({ tables }: Catalog): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap(({ name, columns }) => [
      [`table ${name}`, ''] as const,
      ...columns.map(
        (column) => [`column ${name}.${column.name}`, String(column.primaryKeyPosition)] as const,
      ),
    ]),
  )
}
