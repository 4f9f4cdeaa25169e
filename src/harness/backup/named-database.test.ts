import { describe, it } from 'node:test'
import { expect } from 'chai'
import { namedDatabase } from './named-database.ts'

describe('a database that somebody names', () => {
  it('is a file, from where one is', () => {
    expect(namedDatabase('data/clan.db', '/srv')).to.deep.equal({
      address: { engine: 'sqlite', file: '/srv/data/clan.db' },
      location: '/srv/data/clan.db',
    })
  })

  it('or a URL, which is told without its password', () => {
    const { address, location } = namedDatabase('postgresql://me:secret@db:5433/clan', '/srv')
    expect(address).to.deep.include({ engine: 'postgres', password: 'secret', database: 'clan' })
    expect(location).to.equal('postgresql://me@db:5433/clan')
  })

  it('and nothing else', () => {
    expect(() => namedDatabase('', '/srv')).to.throw('is empty')
    expect(() => namedDatabase('mysql://me:secret@db/clan', '/srv')).to.throw(/no kind[\s\S]*mysql:\/\/…/)
    expect(() => namedDatabase('mysql://me:secret@db/clan', '/srv')).not.to.throw('secret')
  })
})
