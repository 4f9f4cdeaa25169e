import { join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { open } from './open.ts'
import { runStatements } from './run-statements.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { openWorkspace } from './workspace.ts'

async function emptyTarget(path: string) {
  const workspace = await openWorkspace({ STAGEGATE_CACHE: join(path, 'cache') })
  const dataSource = new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' })
  return open({ workspace, dataSource, label: 'statements' })
}

function rows(location: string, sql: string): unknown[] {
  const database = new Database(location, { readonly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

describe('runStatements', () => {
  it('runs them in order, statistics included, and gives the lease back', async () => {
    await using folder = await temporaryFolder()
    await using target = await emptyTarget(folder.path)
    await runStatements(target, [
      'CREATE TABLE t (a)',
      'CREATE INDEX ix ON t (a)',
      'INSERT INTO t VALUES (1), (1)',
      'ANALYZE',
    ])
    expect(rows(target.location, 'SELECT tbl, idx FROM sqlite_stat1')).to.deep.equal([
      { tbl: 't', idx: 'ix' },
    ])
    await using lease = target.lease('test')
    expect(lease.holder).to.equal('test')
  })

  it('leaves nothing of them when one fails', async () => {
    await using folder = await temporaryFolder()
    await using target = await emptyTarget(folder.path)
    await runStatements(target, ['CREATE TABLE t (a)'])
    const failure = await runStatements(target, [
      'INSERT INTO t VALUES (1)',
      'INSERT INTO u VALUES (1)',
    ]).catch((error: Error) => error.message)
    expect(failure).to.contain('no such table: u')
    expect(rows(target.location, 'SELECT * FROM t')).to.deep.equal([])
  })
})
