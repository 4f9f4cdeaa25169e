import { describe, it } from 'node:test'
import { expect } from 'chai'
import { leaders } from './leaders.ts'
import { membersWith } from './testing/members-with.ts'

describe('leaders', () => {
  for (const measure of ['messages', 'experience', 'bossKills'] as const) {
    it(`leads by ${measure}, the largest first and equal ones by name, whatever order they come in`, () => {
      const members = membersWith(measure, { zoe: 5, Bob: 7, Élan: 5, ann: 5, None: 0, Unknown: null })
      const expected = [
        { name: 'Bob', figure: 7 },
        { name: 'ann', figure: 5 },
        { name: 'Élan', figure: 5 },
        { name: 'zoe', figure: 5 },
      ]
      const nobody = { messages: [], experience: [], bossKills: [] }
      expect(leaders(members)).to.deep.equal({ ...nobody, [measure]: expected })
      expect(leaders(members.toReversed())).to.deep.equal({ ...nobody, [measure]: expected })
    })
  }

  it('names ten at the most', () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`member ${n + 10}`, 1]))
    const { messages } = leaders(membersWith('messages', many))
    expect([messages.length, messages.at(-1)?.name]).to.deep.equal([10, 'member 19'])
  })
})
