import { describe, it } from 'node:test'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { shortName } from './history.ts'
import { readHistory } from './read-history.ts'
import { THREE } from './testing/small-history.ts'

describe('readHistory', () => {
  it('gives every migration in order of its time, without opening the database', async () => {
    const dataSource = new DataSource({
      type: 'better-sqlite3',
      database: '/nowhere/at/all.db',
      migrations: [...THREE].reverse(),
    })
    expect(await readHistory(dataSource)).to.deep.equal([
      { recordedName: 'First1766000000001', name: 'First', timestamp: 1_766_000_000_001 },
      { recordedName: 'Second1766000000002', name: 'Second', timestamp: 1_766_000_000_002 },
      { recordedName: 'Third1766000000003', name: 'Third', timestamp: 1_766_000_000_003 },
    ])
    expect(dataSource.isInitialized).to.equal(false)
  })
})

describe('shortName', () => {
  it('drops the timestamp, and no other digits', () => {
    expect(shortName('NormalizeUserIds1766426400000')).to.equal('NormalizeUserIds')
    expect(shortName('Add2Columns')).to.equal('Add2Columns')
  })
})
