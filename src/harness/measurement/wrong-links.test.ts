import { describe, it } from 'node:test'
import { expect } from 'chai'
import { wrongLinks } from './wrong-links.ts'

const group = (key: string | null, link: string | null, rows = 1) => ({ key, link, rows })
const parent = (id: string | null, name: string | null) => ({ id, name })
const of = (key: string, link: string, names: readonly string[], rule: 'exactly' | 'ignoring case') =>
  wrongLinks(
    'm.user_id',
    [group(key, link)],
    names.map((name, index) => parent(String(index + 1), name)),
    rule,
  ).value

describe('wrongLinks', () => {
  const members = [parent('1', 'Bob'), parent('2', 'ÉLAN'), parent('3', 'Straße'), parent('4', 'Σοφος')]

  it('holds when every link is the one that its key gives, by rows', () => {
    const groups = [group('BOB', '1', 90), group('élan', '2', 7), group('nobody', null, 2), group(null, null)]
    expect(wrongLinks('m.user_id', groups, members, 'ignoring case')).to.include({
      value: 0,
      population: 100,
    })
  })

  it('breaches on a wrong parent, a missing link and one too many, counting rows', () => {
    const groups = [
      group('bob', '2', 1_000),
      group('Bob', null, 20),
      group('nobody', '1', 3),
      group(null, '1', 4),
      group('élan', '2'),
    ]
    expect(wrongLinks('m.user_id', groups, members, 'ignoring case')).to.deep.include({
      value: 1_027,
      witnesses: [
        { where: 'm.user_id of "bob"', what: '1,000 rows are linked to 2; the rule gives 1' },
        { where: 'm.user_id of "Bob"', what: '20 rows are linked to nobody; the rule gives 1' },
        { where: 'm.user_id of "nobody"', what: '3 rows are linked to 1; the rule gives nobody' },
        { where: 'm.user_id of NULL', what: '4 rows are linked to 1; the rule gives nobody' },
      ],
    })
  })

  for (const [name, key] of [
    ['É', 'é'],
    ['É', 'e\u0301'],
    ['straße', 'STRASSE'],
    ['straße', 'STRAẞE'],
    ['ΣΑΣ', 'σας'],
    ['\u0130', 'i\u0307'],
    ['Kim', '\u212aim'],
  ] as const) {
    it(`links ${JSON.stringify(key)} to ${name} ignoring case, and to nobody exactly`, () => {
      expect(of(key, '1', [name], 'ignoring case')).to.equal(0)
      expect(of(key, '1', [name], 'exactly')).to.equal(1)
    })
  }

  it('does not link ı to i', () => {
    expect(of('ıvan', '1', ['Ivan'], 'ignoring case')).to.equal(1)
  })

  it('lets the exact spelling decide between case twins, and links a third one to nobody', () => {
    expect(of('bob', '2', ['Bob', 'bob'], 'ignoring case')).to.equal(0)
    expect(of('bob', '1', ['Bob', 'bob'], 'ignoring case')).to.equal(1)
    expect(of('BOB', '1', ['Bob', 'bob'], 'ignoring case')).to.equal(1)
    expect(
      wrongLinks('m.user_id', [group('BOB', null)], [parent('1', 'Bob'), parent('2', 'bob')], 'ignoring case')
        .value,
    ).to.equal(0)
    expect(of('É', '2', ['é', 'É'], 'ignoring case')).to.equal(0)
  })

  it('links to nobody where several parents have the very name, or the parent no id', () => {
    for (const parents of [
      [parent('1', 'Bob'), parent('2', 'Bob')],
      [parent(null, 'Bob')],
      [parent('1', null)],
    ]) {
      expect(wrongLinks('m.user_id', [group('Bob', null)], parents, 'ignoring case').value).to.equal(0)
      expect(wrongLinks('m.user_id', [group('Bob', '1')], parents, 'exactly').value).to.equal(1)
    }
  })

  it('says nothing about no rows', () => {
    expect(wrongLinks('m.user_id', [], members, 'exactly').population).to.equal(0)
  })
})
