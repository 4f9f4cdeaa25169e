import { describe, it } from 'node:test'
import { expect } from 'chai'
import { nearestMember } from './nearest-member.ts'

const MEMBERS = ['Zed', 'Jo_hn', 'Bob', 'Rob', 'élan', '🦄']

describe('nearestMember', () => {
  const cases: readonly (readonly [string | null, readonly [string, number] | null])[] = [
    ['JOHNN', ['Jo_hn', 1]],
    ['j-o-h-n', ['Jo_hn', 0]],
    ['jonh', ['Jo_hn', 2]],
    ['Elan', ['élan', 1]],
    ['Tob', ['Bob', 1]],
    ['somebody else', ['Bob', 10]],
    ['🦄', null],
    [' ', null],
    [null, null],
  ]
  for (const [name, nearest] of cases) {
    it(`of ${JSON.stringify(name)} is ${nearest?.join(', ') ?? 'none'}`, () => {
      const expected = nearest && { name: nearest[0], distance: nearest[1] }
      expect(nearestMember(MEMBERS)(name)).to.deep.equal(expected)
    })
  }

  it('is the first by the alphabet of several, in whatever order they come', () => {
    expect(nearestMember(['Rob', 'Bob', 'Bob'])('tob')).to.deep.equal({ name: 'Bob', distance: 1 })
    expect(nearestMember(['Bob', 'Rob'])('tob')).to.deep.equal({ name: 'Bob', distance: 1 })
  })

  it('is none where there is no member', () => {
    expect(nearestMember([])('bob')).to.equal(null)
  })
})
