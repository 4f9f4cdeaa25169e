import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { NameRows } from '../observation/observe-name-rows.ts'
import { NO_ALIASES } from '../vocabulary/aliases.ts'
import { explainUnmatched } from './explain-unmatched.ts'

const MEMBERS = ['Bob', 'Ann', 'ann', 'Jo_hn', null, 'Twin-A', 'Twin A', '__']
const ALIASES = {
  alsoKnownAs: new Map([
    ['Big Bob', 'BOB'],
    ['ANN', 'Ann'],
    ['Left', 'somebody who left'],
    ['Disputed', 'Bob'],
    ['dis-puted', 'Ann'],
    ['Agreed', 'Bob'],
    ['AGREED!', 'bob'],
  ]),
  skip: ['Host', 'j o h n'],
}
const group = (name: string | null, rows: number, unlinked = rows, seen: string | null = null): NameRows => ({
  ...{ name, rows, unlinked, firstSeen: seen, lastSeen: seen },
})
const explain = (...groups: readonly NameRows[]) => explainUnmatched('m.user_id', groups, MEMBERS, ALIASES)

describe('explainUnmatched', () => {
  it('counts rows by ever more generous comparisons, linked or not, each with the ones before', () => {
    const found = explain(
      ...[group('Bob', 1000, 0), group('bob', 200, 150), group('B o b', 30), group('big-bob', 4)],
      ...[group('HOST', 5), group('stranger', 6), group(null, 7)],
    )
    expect(found).to.deep.include({
      ...{ link: 'm.user_id', rows: 1252, linked: 1050 },
      ...{ exactly: 1000, ignoringCase: 1200, normalised: 1230, withAliases: 1234, skipped: 5, nameCount: 6 },
    })
  })

  const known: readonly (readonly [string | null, string | null, string | null])[] = [
    ['Bob', 'exactly', 'Bob'],
    ['BOB', 'ignoring case', 'Bob'],
    ['ann', 'exactly', 'ann'],
    ['b_o_b', 'normalised', 'Bob'],
    ['twin a', 'ignoring case', 'Twin A'],
    ['twina', null, null],
    ['ANN', 'alias', 'Ann'],
    ['Big Bob', 'alias', 'Bob'],
    ['Left', null, null],
    ['Disputed', null, null],
    ['agreed', 'alias', 'Bob'],
    ['host', 'skip', null],
    ['john', 'skip', null],
    ['JO_HN', 'ignoring case', 'Jo_hn'],
    ['_ _', null, null],
    ['', null, null],
    [null, null, null],
  ]
  for (const [name, by, member] of known) {
    it(`knows ${JSON.stringify(name)} by ${by}`, () => {
      expect(explain(group(name, 1)).names[0]).to.include({ known: by, member })
    })
  }

  it('lists names with rows that have no link, most of them first, then by the alphabet', () => {
    const at = '2025-12-22 12:00:00.000000'
    const found = explain(
      ...[group('b', 2), group('a', 2), group(null, 2), group('Bob', 900, 3, at), group('linked', 5, 0)],
    )
    expect(found.names.map(({ name }) => name)).to.deep.equal(['Bob', null, 'a', 'b'])
    expect(found.names[0]).to.deep.equal({
      ...{ name: 'Bob', rows: 3, firstSeen: at, lastSeen: at },
      ...{ nearest: { name: 'Bob', distance: 0 }, known: 'exactly', member: 'Bob' },
    })
  })

  it('lists a hundred, and counts all', () => {
    const groups = Array.from({ length: 250 }, (_, at) => group(`name ${at}`, at + 1))
    const { names, nameCount } = explain(...groups)
    expect([names.length, nameCount, names[0]?.name]).to.deep.equal([100, 250, 'name 249'])
  })

  it('says nothing of a link without rows', () => {
    expect(explainUnmatched('m.user_id', [], [], NO_ALIASES)).to.deep.equal({
      ...{ link: 'm.user_id', rows: 0, linked: 0, exactly: 0, ignoringCase: 0, normalised: 0 },
      ...{ withAliases: 0, skipped: 0, names: [], nameCount: 0 },
    })
  })

  it('never counts less by a more generous comparison, whatever the names', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aAbB_ -éÉ'), maxLength: 4 })
    const groups = fc.uniqueArray(name, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        groups,
        fc.array(name),
        fc.dictionary(name, name),
        fc.array(name),
        (names, members, others, skip) => {
          const aliases = { alsoKnownAs: new Map(Object.entries(others)), skip }
          const rows = names.map((each, at) => group(each, at + 1))
          const found = explainUnmatched('m.user_id', rows, members, aliases)
          const levels = [found.exactly, found.ignoringCase, found.normalised, found.withAliases]
          expect(levels).to.deep.equal(levels.toSorted((a, b) => a - b))
          expect(found.withAliases + found.skipped).to.be.at.most(found.rows)
        },
      ),
    )
  })
})
