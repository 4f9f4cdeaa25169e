import { describe, it } from 'node:test'
import { expect } from 'chai'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { dataSourceAt } from './data-source-at.ts'

class Special extends DataSource {
  readonly special = true
}

describe('dataSourceAt', () => {
  it('is of the kind of its template, with its options, on another file, and leaves the template alone', () => {
    const options: DataSourceOptions = {
      type: 'better-sqlite3',
      database: 'one.db',
      migrationsTableName: 'm',
    }
    const template = new Special(options)
    const other = dataSourceAt(template, 'other.db')
    expect(other).to.be.instanceOf(Special).and.include({ special: true })
    expect(other.options).to.include({ database: 'other.db', migrationsTableName: 'm' })
    expect(template.options).to.equal(options)
  })
})
