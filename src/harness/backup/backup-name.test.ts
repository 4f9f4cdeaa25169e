import { describe, it } from 'node:test'
import { expect } from 'chai'
import { backupName, checkLabel, labelOfSafetyCopy } from './backup-name.ts'

const AT = new Date('2025-12-22T18:00:00.987Z')

describe('the name of a backup', () => {
  it('has the second, in UTC, and from the second one on its place in it', () => {
    const parts = { label: 'clan_data', at: AT, ending: '.db' }
    expect(backupName({ ...parts, place: 1 })).to.equal('clan_data_20251222_180000.db')
    expect(backupName({ ...parts, place: 2 })).to.equal('clan_data_20251222_180000_2.db')
  })

  it('is no path, and is not hidden', () => {
    for (const label of ['clan_data', 'clan data.v2', 'Élan-1'])
      expect(() => checkLabel(label)).not.to.throw()
    for (const label of ['', '../up', 'a/b', '.hidden', '-rf', 'a\nb'])
      expect(() => checkLabel(label), label).to.throw('cannot be called')
  })

  it('of a safety copy tells what it is, and once only', () => {
    for (const file of [
      '/b/clan_data_20251222_180000.db',
      '/b/clan_data_20251222_180000_12.db',
      '/b/clan_data.db',
    ])
      expect(labelOfSafetyCopy(file)).to.equal('clan_data_before_restore')
    expect(labelOfSafetyCopy('/b/clan_data_before_restore_20251222_180000.db')).to.equal(
      'clan_data_before_restore',
    )
  })
})
