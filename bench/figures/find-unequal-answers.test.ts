import { describe, it } from 'node:test'
import { expect } from 'chai'
import { clanRoll } from './clan-roll.ts'
import { type Answers, findUnequalAnswers } from './find-unequal-answers.ts'

// Anna has no snapshot; the two Bobs are one by username.
const roll = clanRoll([
  { id: 1, name: 'anna' },
  { id: 2, name: 'bob' },
  { id: 3, name: 'bob' },
  { id: 4, name: 'carl' },
])
const equal: Answers = {
  byHand: [
    new Map([
      [2, { xp: 20 }],
      [3, { xp: 30 }],
      [4, { xp: 40 }],
    ]),
  ],
  byId: [
    new Map([
      [4, { xp: 40 }],
      [3, { xp: 30 }],
      [2, { xp: 20 }],
    ]),
  ],
  byUsername: [
    new Map([
      ['bob', { xp: 30 }],
      ['carl', { xp: 40 }],
    ]),
  ],
}
const found = (changes: Partial<Answers>) => findUnequalAnswers('latest', roll, { ...equal, ...changes })

describe('findUnequalAnswers', () => {
  it('says nothing of equal answers, in whatever order', () => {
    expect(found({})).to.deep.equal([])
  })

  it('names another value by id, of members who share a name, too', () => {
    const byId = new Map(equal.byId[0]).set(3, { xp: 31 })
    expect(found({ byId: [byId] })).to.deep.equal([
      'latest, member 3: hand-written {"xp":30}, by id {"xp":31}',
    ])
  })

  it('names a missing answer and one too many', () => {
    const byId = new Map(equal.byId[0]).set(1, { xp: 0 })
    byId.delete(4)
    expect(found({ byId: [byId] })).to.deep.equal([
      'latest, member 1: hand-written no answer, by id {"xp":0}',
      'latest, member 4: hand-written {"xp":40}, by id no answer',
    ])
  })

  it('names an answer by id for somebody who is no member', () => {
    expect(found({ byId: [new Map(equal.byId[0]).set(9, { xp: 0 })] })).to.have.length(1)
  })

  it('names another value by username, and tells a number from its text', () => {
    const byUsername = new Map<string, unknown>(equal.byUsername[0]).set('carl', { xp: '40' })
    expect(found({ byUsername: [byUsername] })).to.deep.equal([
      'latest, member 4, "carl": hand-written {"xp":40}, by username {"xp":"40"}',
    ])
  })

  it('names an answer by username for somebody who is no member', () => {
    const byUsername = new Map<string, unknown>(equal.byUsername[0]).set('dora', { xp: 1 })
    expect(found({ byUsername: [byUsername] })).to.deep.equal([
      'latest, "dora", who is no member: hand-written no answer, by username {"xp":1}',
    ])
  })

  it('compares every part of an answer, and one that is not there', () => {
    const parts = { ...equal, byHand: [...equal.byHand, new Map([[4, 1]])] }
    expect(findUnequalAnswers('gains', roll, parts)).to.deep.equal([
      'gains, member 4: hand-written 1, by id no answer',
      'gains, member 4, "carl": hand-written 1, by username no answer',
    ])
  })
})
