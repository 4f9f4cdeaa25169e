import { describe, it } from 'node:test'
import { expect } from 'chai'
import { clanRoll } from './clan-roll.ts'

const members = [
  { id: 1, name: 'anna' },
  { id: 2, name: 'bob' },
  { id: 3, name: '' },
  { id: 4, name: 'bob' },
  { id: 5, name: 'carl' },
]

describe('clanRoll', () => {
  it('leaves out who shares a name, and who has none', () => {
    const roll = clanRoll(members)
    expect(roll.comparable.map(({ id }) => id)).to.deep.equal([1, 5])
    expect(roll.members).to.deep.equal(members)
  })
})
