import { describe, it } from 'node:test'
import { expect } from 'chai'
import { leaversOf } from './leaving.ts'
import { removedBy } from './removed-by.ts'

const HEALTHY = {
  players: new Set<string>(),
  entries: new Set<string>(),
  channels: new Set<string>(),
  list: false,
}

describe('leaversOf', () => {
  it('puts a fifth on the side of what may be removed, and one more on the other, for every size of a clan', () => {
    for (let members = 1; members < 400; members += 1) {
      for (const joining of [0, 1, 3]) {
        const removed = (leaving: 'a fifth' | 'one more than a fifth') => {
          const leavers = leaversOf(leaving, members, joining)
          if (leavers > members) return undefined
          const listed = members - leavers + joining
          const answered = {
            now: '',
            leavers: Array.from({ length: leavers }, (_, at) => `leaver ${at}`),
            players: Array.from({ length: listed }, (_, at) => ({
              username: `player ${at}`,
              joins: false,
              role: '',
              joinedAt: '',
              lastUpdated: '',
              snapshots: [],
            })),
            guild: { id: '', name: '' },
            channels: [],
          }
          return removedBy(answered, HEALTHY).length === leavers
        }
        expect(removed('a fifth'), `a fifth of ${members}, ${joining} joining`).to.equal(true)
        expect(removed('one more than a fifth'), `more than a fifth of ${members}`).not.to.equal(true)
      }
    }
  })

  it('knows nobody and everybody', () => {
    expect([leaversOf('nobody', 60, 3), leaversOf('everybody', 60, 3)]).to.deep.equal([0, 60])
  })
})

describe('removedBy', () => {
  const answered = {
    now: '',
    leavers: ['Bob'],
    players: ['a', 'b', 'c', 'd'].map((username) => ({
      username,
      joins: false,
      role: '',
      joinedAt: '',
      lastUpdated: '',
      snapshots: [],
    })),
    guild: { id: '', name: '' },
    channels: [],
  }

  it('removes nobody where the list does not say who is in it', () => {
    expect(removedBy(answered, HEALTHY)).to.deep.equal(['Bob'])
    expect(removedBy(answered, { ...HEALTHY, list: true })).to.deep.equal([])
    expect(removedBy(answered, { ...HEALTHY, entries: new Set(['a']) })).to.deep.equal([])
    expect(removedBy(answered, { ...HEALTHY, players: new Set(['a']) })).to.deep.equal(['Bob'])
  })
})
