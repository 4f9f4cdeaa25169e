import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../gate/judge.ts'
import { atMost } from '../gate/tolerance.ts'
import { spelledOtherwise } from './spelled-otherwise.ts'

const ALIASES = { alsoKnownAs: new Map([['Big Bob', 'Bob']]), skip: ['a-n-n'] }
const group = (name: string | null, rows: number, unlinked = rows) => ({
  ...{ name, rows, unlinked, firstSeen: null, lastSeen: null },
})
const measured = (...groups: readonly ReturnType<typeof group>[]) =>
  spelledOtherwise('m.user_id', groups, ['Bob', 'Ann', null], ALIASES)

describe('spelledOtherwise', () => {
  it('is the share of rows that have no link and would have a member normalised or by an alias', () => {
    const found = measured(
      ...[group('Bob', 900, 0), group('b o b', 2_000, 1_500), group('big bob', 20), group('stranger', 80)],
    )
    expect(found).to.deep.include({ unit: 'share', value: 1_520, population: 3_000, witnessCount: 2 })
    expect(found.witnesses).to.deep.equal([
      {
        where: 'm.user_id of "b o b"',
        what: '1,500 rows have no link; normalised it is the member "Bob"',
      },
      {
        where: 'm.user_id of "big bob"',
        what: '20 rows have no link; by the alias map it is the member "Bob"',
      },
    ])
    expect(judge(found, atMost(0.05))).to.include({
      outcome: 'breached',
      measured: '50.67 % (1,520 of 3,000)',
    })
  })

  it('does not count names that links go by, nor whom people know to be nobody', () => {
    const found = measured(group('bob', 5), group('A n n', 6), group(null, 7), group('stranger', 2))
    expect(found).to.deep.include({ value: 0, population: 20, witnesses: [] })
    expect(judge(found, atMost(0.05)).outcome).to.equal('held')
  })

  it('shows ten witnesses, most rows first, and counts all', () => {
    const names = Array.from({ length: 12 }, (_, at) => group(`b${'_'.repeat(at + 1)}ob`, at + 1))
    const found = measured(...names)
    expect([found.witnesses.length, found.witnessCount]).to.deep.equal([10, 12])
    expect(found.witnesses[0]?.what).to.contain('12 rows')
  })

  it('holds where every row is linked, and says nothing where there is no row', () => {
    expect(judge(measured(group('b o b', 5, 0)), atMost(0.05)).outcome).to.equal('held')
    expect(judge(measured(), atMost(0.05)).outcome).to.equal('vacuous')
  })
})
