import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Answered } from './answered.ts'
import { HEALTHY } from './faulty-answers.ts'
import { leaversOf } from './leaving.ts'
import { removedBy } from './removed-by.ts'

const { failed } = HEALTHY

function answered(leavers: number, listed: number): Answered {
  return {
    now: '',
    leavers: Array.from({ length: leavers }, (_, at) => `leaver ${at}`),
    players: Array.from({ length: listed }, (_, at) => ({
      username: `player ${at}`,
      listedAs: `player ${at}`,
      joins: false,
      role: null,
      joinedAt: null,
      lastUpdated: '',
      snapshots: [],
    })),
    guild: { id: '', name: '' },
    channels: [],
  }
}

describe('leaversOf', () => {
  it('puts a fifth on the side of what may be removed, and one more on the other, for every size of a clan', () => {
    for (let members = 4; members < 400; members += 1) {
      for (const joining of [0, 1, 3]) {
        const removed = (leaving: 'a fifth' | 'one more than a fifth') => {
          const leavers = leaversOf(leaving, members, joining)
          return removedBy(answered(leavers, members - leavers + joining), failed).length === leavers
        }
        expect(removed('a fifth'), `a fifth of ${members}, ${joining} joining`).to.equal(true)
        expect(removed('one more than a fifth'), `more than a fifth of ${members}`).to.equal(false)
      }
    }
  })

  it('knows nobody and everybody', () => {
    expect([leaversOf('nobody', 60, 3), leaversOf('everybody', 60, 3)]).to.deep.equal([0, 60])
  })
})

describe('removedBy', () => {
  it('removes nobody where the list does not say who is in it', () => {
    const left = answered(1, 4)
    expect(removedBy(left, failed)).to.deep.equal(['leaver 0'])
    expect(removedBy(left, { ...failed, list: true })).to.deep.equal([])
    expect(removedBy(left, { ...failed, entries: new Set(['player 1']) })).to.deep.equal([])
    expect(removedBy(left, { ...failed, players: new Set(['player 1']) })).to.deep.equal(['leaver 0'])
  })
})
