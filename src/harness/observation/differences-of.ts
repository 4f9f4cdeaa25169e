import type { TableDifferences, ValueDifference } from './table-differences.ts'
import type { QuotedRow } from './table-fingerprint.ts'

/** Differences as they are found, part by part. */
export interface FoundDifferences {
  /** Rows that are the same on both sides. */
  addSame(rows: number): void
  /** Rows of both sides with the values of these columns; the other columns are the same. */
  addPairs(columns: readonly string[], before: readonly QuotedRow[], now: readonly QuotedRow[]): void
  all(): Omit<TableDifferences, 'table' | 'rowsBefore' | 'rowsNow'>
}

const SHOWN = 10

/** Counts differences, and keeps the first ones. @param columns all that are compared */
export function differencesOf(columns: readonly string[]): FoundDifferences {
  let paired = 0
  const counts = new Map(columns.map((column) => [column, 0]))
  const values = new Map<string, ValueDifference[]>(columns.map((column) => [column, []]))
  const gone: (readonly string[])[] = []
  const added: (readonly string[])[] = []

  function addPair(read: readonly string[], before: QuotedRow, now: QuotedRow): void {
    paired += 1
    for (const [at, column] of read.entries()) {
      const pair = { now: now.values[at] ?? '', before: before.values[at] ?? '' }
      if (pair.now === pair.before) continue
      counts.set(column, (counts.get(column) ?? 0) + 1)
      const shown = values.get(column)
      if (shown !== undefined && shown.length < SHOWN) shown.push({ key: before.key, column, ...pair })
    }
  }

  return {
    addSame(rows) {
      paired += rows
    },
    addPairs(read, before, now) {
      const left = new Map(now.map((row) => [nameOf(row), row]))
      for (const row of before) {
        const same = left.get(nameOf(row))
        if (same === undefined) gone.push(row.key)
        else addPair(read, row, same)
        left.delete(nameOf(row))
      }
      for (const row of left.values()) added.push(row.key)
      // Only the first are shown: a table that is gone altogether must not be held in memory.
      gone.splice(SHOWN)
      added.splice(SHOWN)
    },
    all: () => ({
      paired,
      columns: Object.fromEntries(counts),
      values: [...values.values()].flat(),
      gone,
      added,
    }),
  }
}

/** Literals: no two different keys have the same text. */
function nameOf({ key }: QuotedRow): string {
  return JSON.stringify(key)
}
