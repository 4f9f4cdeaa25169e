import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SchemaError } from '../../schema/schema-error.ts'
import { topBosses } from './top-bosses.ts'

const member = (name: string, kills: Readonly<Record<string, number>>) => ({
  name,
  kills: new Map(Object.entries(kills)),
})

describe('topBosses', () => {
  const members = [
    member('Zoe', { zulrah: 5, vorkath: 7, hespori: 1 }),
    member('ann', { zulrah: 5, hespori: 11 }),
    member('Bob', { zulrah: 2 }),
    member('Silent', {}),
  ]

  it('puts the most killed first, equal ones by name, and says who has killed each most', () => {
    const bosses = topBosses(members)
    expect(bosses).to.deep.equal([
      { boss: 'hespori', kills: 12, members: 2, most: { name: 'ann', kills: 11 } },
      { boss: 'zulrah', kills: 12, members: 3, most: { name: 'ann', kills: 5 } },
      { boss: 'vorkath', kills: 7, members: 1, most: { name: 'Zoe', kills: 7 } },
    ])
    expect(topBosses(members.toReversed())).to.deep.equal(bosses)
  })

  it('knows bosses of any name', () => {
    const kills = new Map([
      ['__proto__', 2],
      ['constructor', 1],
    ])
    expect(topBosses([{ name: 'Ann', kills }]).map(({ boss }) => boss)).to.deep.equal([
      '__proto__',
      'constructor',
    ])
  })

  it('names fifteen at the most', () => {
    const many = Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`boss ${n + 10}`, n + 1]))
    const bosses = topBosses([member('Ann', many)])
    expect([bosses.length, bosses[0]?.kills, bosses.at(-1)?.kills]).to.deep.equal([15, 16, 2])
  })

  it('refuses a sum beyond 2^53, and a count that is not whole', () => {
    const most = member('Ann', { zulrah: Number.MAX_SAFE_INTEGER })
    expect(topBosses([most])[0]?.kills).to.equal(Number.MAX_SAFE_INTEGER)
    expect(() => topBosses([most, member('Bob', { zulrah: 1 })])).to.throw(SchemaError, 'all kills of zulrah')
    expect(() => topBosses([member('Ann', { zulrah: 1.5 })])).to.throw(SchemaError, '1.5 is no exact')
  })
})
