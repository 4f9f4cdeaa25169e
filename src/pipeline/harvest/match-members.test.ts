import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { isSameUser } from '../usernames.ts'
import { matchMembers } from './match-members.ts'
import { literal } from './writing/testing/literal.ts'

function matched(listed: readonly string[], stored: readonly string[]) {
  const { members, absent, failures, ...rest } = matchMembers(
    listed.map((name) => literal.member(name)),
    stored.map((username) => ({ username })),
  )
  return {
    ...rest,
    pairs: members.map((member) => [member.listed.username, member.stored?.username ?? null]),
    absent: absent.map(({ username }) => username),
    failures: failures.map(({ of, kind }) => `${of}: ${kind}`),
  }
}

describe('matchMembers', () => {
  it('takes the exact spelling first, so that two who differ by case stay two', () => {
    expect(matched(['bob', 'Bob', 'New'], ['Bob', 'Gone', 'bob'])).to.deep.equal({
      listed: 3,
      certain: true,
      pairs: [
        ['bob', 'bob'],
        ['Bob', 'Bob'],
        ['New', null],
      ],
      absent: ['Gone'],
      failures: [],
    })
  })

  it('then takes another spelling of the same user, of those that are left', () => {
    const { pairs, absent } = matched(['Jo hn', 'BOB', 'Bob'], ['Bob', 'bob', 'jo_hn'])
    expect(pairs).to.deep.equal([
      ['Jo hn', 'jo_hn'],
      ['BOB', 'bob'],
      ['Bob', 'Bob'],
    ])
    expect(absent).to.deep.equal([])
  })

  it('takes a spelling that nobody listed means for absent, though its user is listed exactly', () => {
    expect(matched(['Bob'], ['Bob', 'bob']).absent).to.deep.equal(['bob'])
  })

  it('leaves alone a listed one who could be several stored', () => {
    expect(matched(['Jo hn', 'Ann'], ['Jo_hn', 'jo-hn', 'Ann', 'Gone'])).to.deep.equal({
      listed: 2,
      certain: false,
      pairs: [['Ann', 'Ann']],
      absent: ['Gone'],
      failures: ['Jo hn: no name'],
    })
  })

  it('leaves alone several listed who could be one stored', () => {
    const { certain, pairs, absent, failures } = matched(['Jo hn', 'JO HN'], ['Jo_hn'])
    expect({ certain, pairs, absent }).to.deep.equal({ certain: false, pairs: [], absent: [] })
    expect(failures).to.deep.equal(['Jo hn: no name', 'JO HN: no name'])
  })

  it('takes several spellings of one user for new where none is stored', () => {
    expect(matched(['Jo hn', 'JO HN'], []).pairs).to.deep.equal([
      ['Jo hn', null],
      ['JO HN', null],
    ])
  })

  it('counts the first of two entries of one spelling, and is no less certain of the others', () => {
    const entry = literal.member('Ann', { role: 'owner' })
    for (const second of [entry, literal.member('Ann')]) {
      const { members, failures, certain, listed } = matchMembers([entry, second], [])
      expect(members.map((member) => member.listed.role)).to.deep.equal(['owner'])
      expect(failures.map(({ of, kind }) => `${of}: ${kind}`)).to.deep.equal(['Ann: unreadable'])
      expect([certain, listed]).to.deep.equal([true, 1])
    }
  })

  it('says which are stored where nobody can tell', () => {
    const stored = ['Jo_hn', 'jo-hn'].map((username) => ({ username }))
    expect(matchMembers([literal.member('Jo hn')], stored).failures[0]?.reason).to.contain(
      '"Jo_hn" and "jo-hn"',
    )
  })

  it('never matches a name without letter or digit but exactly', () => {
    expect(matched(['!!!', '...'], ['???', '...']).pairs).to.deep.equal([
      ['!!!', null],
      ['...', '...'],
    ])
  })

  it('puts everybody in one place, and nobody in two', () => {
    const name = fc.constantFrom('Bob', 'bob', 'B ob', 'Ann', 'ann', 'A_nn', 'Zoë')
    fc.assert(
      fc.property(fc.array(name), fc.uniqueArray(name), (listed, stored) => {
        const { pairs, absent, failures } = matched(listed, stored)
        expect(pairs.length + failures.length).to.equal(listed.length)
        const met = [...pairs.flatMap(([, one]) => one ?? []), ...absent]
        expect(new Set(met).size).to.equal(met.length)
        for (const [one, other] of pairs) if (other !== null) expect(isSameUser(one, other)).to.equal(true)
        const rest = stored.filter((one) => !met.includes(one))
        for (const one of rest) expect(listed.some((entry) => isSameUser(entry, one))).to.equal(true)
      }),
    )
  })
})
