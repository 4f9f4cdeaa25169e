import { describe, it } from 'node:test'
import { expect } from 'chai'
import { noSuchMigration } from './no-such-migration.ts'

const MIGRATIONS = [{ name: 'DedupSnapshots' }, { name: 'NormalizeUserIds' }]

describe('a name that no migration has', () => {
  it('brings the one that was probably meant, and all that there are', () => {
    const { text } = noSuchMigration('NormaliseUserIDs', MIGRATIONS)
    expect(text.what).to.equal('There is no migration "NormaliseUserIDs". Did you mean NormalizeUserIds?')
    expect(text.next).to.equal('Take one of: DedupSnapshots, NormalizeUserIds.')
  })

  it('brings none where none is near', () => {
    expect(noSuchMigration('Elsewhere', MIGRATIONS).text.what).to.equal('There is no migration "Elsewhere".')
  })
})
