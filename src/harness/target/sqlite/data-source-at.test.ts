import { describe, it } from 'node:test'
import { expect } from 'chai'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { silentLogger } from '../silent-logger.ts'
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

  it('opens for writing and silently, unless it is asked otherwise', () => {
    const template = new DataSource({
      type: 'better-sqlite3',
      database: 'one.db',
      logging: true,
      readonly: true,
    })
    expect(dataSourceAt(template, 'other.db').options).to.include({ readonly: false, logger: silentLogger })
    const logger = { ...silentLogger }
    const asked = dataSourceAt(template, 'other.db', { readonly: true, logger })
    expect(asked.options).to.include({ readonly: true, logger })
  })
})
