import type { ComparedSide, FoldedRange, Key, OpenRange } from './compared-side.ts'
import { differencesOf } from './differences-of.ts'
import type { TableDifferences } from './table-differences.ts'
import type { RowsRequest } from './table-fingerprint.ts'

const CHUNK_ROWS = 4096

/** A range of both tables, none of which has more than a chunk of rows in it. */
interface Chunk {
  readonly range: OpenRange
  readonly before: FoldedRange
  readonly now: FoldedRange
}

/**
 * Compares two tables that no statement can read together. Both are hashed in the same ranges of keys; rows are read,
 * and paired here, only where hashes differ.
 */
export async function compareByChunks(
  { table, columns }: RowsRequest,
  before: ComparedSide,
  now: ComparedSide,
  chunkRows: number = CHUNK_ROWS,
): Promise<TableDifferences> {
  const found = differencesOf(columns)
  let rowsBefore = 0
  let rowsNow = 0
  for await (const chunk of chunksOf(before, now, chunkRows)) {
    rowsBefore += chunk.before.rows
    rowsNow += chunk.now.rows
    const differing = columns.filter((column) => chunk.before.columns[column] !== chunk.now.columns[column])
    const sameKeys = chunk.before.rows === chunk.now.rows && chunk.before.keyHash === chunk.now.keyHash
    if (sameKeys && differing.length === 0) {
      found.addSame(chunk.before.rows)
    } else {
      const rows = await Promise.all([before, now].map((side) => side.read(chunk.range, differing)))
      found.addPairs(differing, rows[0] ?? [], rows[1] ?? [])
    }
  }
  return { table, rowsBefore, rowsNow, ...found.all() }
}

/** While the second table is hashed, the first one goes on with its next rows. */
async function* chunksOf(before: ComparedSide, now: ComparedSide, limit: number): AsyncGenerator<Chunk> {
  let after: Key | undefined
  let first = await before.fold({}, limit)
  for (;;) {
    const last = first.rows < limit
    const range: OpenRange = { after, upTo: last ? undefined : first.lastKey }
    const [second, next] = await Promise.all([
      now.fold(range, limit + 1),
      last ? undefined : before.fold({ after: first.lastKey }, limit),
    ])
    if (second.rows <= limit) {
      yield { range, before: first, now: second }
      if (next === undefined) return
      after = first.lastKey
      first = next
    } else {
      // Many rows are new here: the second table says where to cut, and the first has fewer rows up to there.
      const cut = await now.fold({ after }, limit)
      const part = { after, upTo: cut.lastKey }
      yield { range: part, before: await before.fold(part, limit), now: cut }
      after = cut.lastKey
      first = await before.fold({ after }, limit)
    }
  }
}
