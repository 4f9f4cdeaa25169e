import { describe, it } from 'node:test'
import { expect } from 'chai'
import { type Look, locksSeen, type SeenLock } from './locks-seen.ts'

const TABLES = new Map([
  ['1', 'one'],
  ['2', 'two'],
])

const lock = (table: string, mode: string, changes: Partial<SeenLock> = {}): SeenLock => ({
  table,
  name: TABLES.get(table) ?? null,
  mode,
  waiting: 0,
  ...changes,
})

/** Looks every ten milliseconds, each of which takes two. */
const looks = (...locks: readonly (readonly SeenLock[])[]): readonly Look[] =>
  locks.map((each, index) => ({ askedAt: index * 10, answeredAt: index * 10 + 2, locks: each }))

const seen = (...locks: readonly (readonly SeenLock[])[]) =>
  locksSeen({ begunAt: -10, tables: TABLES, looks: looks(...locks) })

describe('locksSeen', () => {
  it('counts from the last look that saw the table open, or from the beginning', () => {
    const share = [lock('1', 'ShareLock')]
    expect(seen([], share, share, share, [])).to.deep.equal([
      { table: 'one', closes: 'writers', mode: 'SHARE', milliseconds: 32, waiting: 0 },
    ])
    expect(seen(share, [])[0]?.milliseconds).to.equal(12)
  })

  it('closes a table to both by ACCESS EXCLUSIVE, and to writers for as long as anything does', () => {
    const weak = lock('1', 'ShareRowExclusiveLock', { waiting: 1 })
    const strong = lock('1', 'AccessExclusiveLock', { waiting: 4 })
    expect(seen([], [weak], [weak, strong], [weak])).to.deep.equal([
      { table: 'one', closes: 'writers', mode: 'ACCESS EXCLUSIVE', milliseconds: 32, waiting: 4 },
      { table: 'one', closes: 'readers', mode: 'ACCESS EXCLUSIVE', milliseconds: 12, waiting: 4 },
    ])
  })

  it('takes the longest time without a break', () => {
    const exclusive = [lock('2', 'ExclusiveLock')]
    expect(seen(exclusive, [], [], exclusive, exclusive, [])).to.deep.equal([
      { table: 'two', closes: 'writers', mode: 'EXCLUSIVE', milliseconds: 22, waiting: 0 },
    ])
  })

  it('leaves out tables that were not there before, unless they take the place of one that was', () => {
    const unseen = lock('7', 'AccessExclusiveLock')
    const other = lock('8', 'AccessExclusiveLock', { name: 'three' })
    expect(seen([unseen, other])).to.deep.equal([])
    const replaced = seen([lock('9', 'AccessExclusiveLock', { name: 'two' })])
    expect(replaced.map(({ table, closes }) => [table, closes])).to.deep.equal([
      ['two', 'readers'],
      ['two', 'writers'],
    ])
  })

  it('is nothing when nothing was closed', () => {
    expect(seen([], [])).to.deep.equal([])
    expect(seen()).to.deep.equal([])
  })
})
