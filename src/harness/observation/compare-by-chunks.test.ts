import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { compareByChunks } from './compare-by-chunks.ts'
import type { ComparedSide, OpenRange } from './compared-side.ts'

type Rows = Readonly<Record<number, string>>

/** A table of numbered words, and the ranges that were read of it row by row. */
function side(rows: Rows, read: OpenRange[] = []): ComparedSide {
  const inside = ({ after, upTo }: OpenRange) =>
    Object.entries(rows)
      .map(([id, word]) => ({ id: Number(id), word }))
      .sort((a, b) => a.id - b.id)
      .filter(({ id }) => id > Number(after?.[0] ?? -1) && id <= Number(upTo?.[0] ?? 1e9))
  const hash = (values: readonly unknown[]) =>
    createHash('sha256').update(JSON.stringify(values)).digest('hex')
  return {
    async fold(range, limit) {
      const found = inside(range).slice(0, limit)
      const last = found.at(-1)
      return {
        rows: found.length,
        lastKey: last && [`${last.id}`],
        keyHash: hash(found.map(({ id }) => id)),
        columns: { word: hash(found.map(({ word }) => word)) },
      }
    },
    async read(range, columns) {
      read.push(range)
      return inside(range).map(({ id, word }) => ({ key: [`${id}`], values: columns.map(() => word) }))
    },
  }
}

const REQUEST = { table: 't', key: ['id'], columns: ['word'] }
const numbered = (from: number, to: number): Rows =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, at) => [from + at, `word ${from + at}`]))
const compare = (before: Rows, now: Rows, read: OpenRange[] = []) =>
  compareByChunks(REQUEST, side(before), side(now, read), 4)

describe('compareByChunks', () => {
  const same = { table: 't', columns: { word: 0 }, values: [], gone: [], added: [] }

  for (const rows of [0, 1, 3, 4, 5, 8, 9]) {
    it(`finds nothing in ${rows} rows that are the same, and reads none`, async () => {
      const read: OpenRange[] = []
      expect(await compare(numbered(1, rows), numbered(1, rows), read)).to.deep.equal({
        ...{ ...same, rowsBefore: rows, rowsNow: rows, paired: rows },
      })
      expect(read).to.deep.equal([])
    })
  }

  it('reads only the ranges that differ', async () => {
    const read: OpenRange[] = []
    const found = await compare(numbered(1, 40), { ...numbered(1, 40), 18: 'other' }, read)
    expect(found).to.deep.include({ paired: 40, columns: { word: 1 } })
    expect(found.values).to.deep.equal([{ key: ['18'], column: 'word', now: 'other', before: 'word 18' }])
    expect(read).to.deep.equal([{ after: ['16'], upTo: ['20'] }])
  })

  for (const [what, before, now, paired, gone, added] of [
    ['rows are new at the end', numbered(1, 4), numbered(1, 30), 4, 0, 10],
    ['rows are new at the beginning', numbered(20, 30), numbered(1, 30), 11, 0, 10],
    ['rows are new in the middle', { 1: 'word 1', 40: 'word 40' }, numbered(1, 40), 2, 0, 10],
    ['all rows are new', {}, numbered(1, 9), 0, 0, 9],
    ['all rows are gone', numbered(1, 30), {}, 0, 10, 0],
    ['no row is the same', numbered(1, 9), numbered(10, 30), 0, 9, 10],
    ['rows are gone in the middle', numbered(1, 30), { ...numbered(1, 5), ...numbered(12, 30) }, 24, 6, 0],
  ] as const) {
    it(`counts every row once where ${what}`, async () => {
      const found = await compare(before, now)
      expect(found).to.deep.include({
        rowsBefore: Object.keys(before).length,
        rowsNow: Object.keys(now).length,
        paired,
        columns: { word: 0 },
      })
      expect([found.gone.length, found.added.length]).to.deep.equal([gone, added])
    })
  }
})
