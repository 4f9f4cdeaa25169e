import { describe, it } from 'node:test'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { dataSourceAt } from '../data-source-at.ts'
import { parseUrl } from './parse-url.ts'

class Special extends DataSource {
  readonly special = true
}

const address = parseUrl('postgresql://u:secret@h:6543/d')

describe('dataSourceAt, on a server', () => {
  it('is of the kind of its template, with what does not depend on the engine', () => {
    const template = new Special({
      type: 'better-sqlite3',
      database: 'one.db',
      enableWAL: true,
      migrationsTableName: 'm',
      migrationsTransactionMode: 'each',
    })
    const other = dataSourceAt(template, address)
    expect(other).to.be.instanceOf(Special).and.include({ special: true })
    expect(other.options).to.include({
      type: 'postgres',
      host: 'h',
      port: 6543,
      username: 'u',
      password: 'secret',
      database: 'd',
      applicationName: 'stagegate',
      migrationsTableName: 'm',
      migrationsTransactionMode: 'each',
      synchronize: false,
      migrationsRun: false,
    })
    expect(other.options).not.to.have.property('enableWAL')
    expect(other.options).not.to.have.property('extra')
  })

  it('only reads when it is asked to', () => {
    const template = new DataSource({ type: 'better-sqlite3', database: 'one.db' })
    expect(dataSourceAt(template, address, { readonly: true }).options).to.have.deep.property('extra', {
      options: '-c default_transaction_read_only=on',
    })
  })

  it('leads back to a file', () => {
    const template = dataSourceAt(new DataSource({ type: 'better-sqlite3', database: 'one.db' }), address)
    const { options } = dataSourceAt(template, { engine: 'sqlite', file: ':memory:' })
    expect(options).to.include({ type: 'better-sqlite3', database: ':memory:' })
    expect(options).not.to.have.any.keys('host', 'password', 'port')
  })
})
