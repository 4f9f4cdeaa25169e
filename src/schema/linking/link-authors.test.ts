import { describe, it } from 'node:test'
import { expect } from 'chai'
import { linkAuthors } from './link-authors.ts'

const MEMBERS = [
  { id: 1, username: 'Bob' },
  { id: 2, username: 'bob' },
  { id: 3, username: 'Élan' },
  { id: 4, username: 'Jo_hn' },
]

function link(...authors: string[]) {
  const { linked, ambiguous } = linkAuthors(MEMBERS, authors)
  return { linked: Object.fromEntries(linked), ambiguous }
}

describe('linkAuthors', () => {
  it('ignores case by the rules of Unicode', () => {
    expect(link('éLAN', 'E\u0301lan', 'jo_hn')).to.deep.equal({
      linked: { éLAN: 3, 'E\u0301lan': 3, jo_hn: 4 },
      ambiguous: [],
    })
  })

  it('lets the exact spelling decide between members who differ by case only', () => {
    expect(link('bob', 'Bob').linked).to.deep.equal({ bob: 2, Bob: 1 })
  })

  it('links nobody when no spelling is exact, and says so', () => {
    expect(link('BOB', 'boB', 'BOB')).to.deep.equal({ linked: {}, ambiguous: ['BOB', 'boB'] })
  })

  it('compares names as they are stored', () => {
    expect(link('john', 'Jo hn', ' Bob', 'elan', '')).to.deep.equal({ linked: {}, ambiguous: [] })
  })

  it('works with ids beyond 2^53', () => {
    const id = 9223372036854775807n
    expect(linkAuthors([{ id, username: 'Zoë' }], ['ZOË']).linked.get('ZOË')).to.equal(id)
  })
})
