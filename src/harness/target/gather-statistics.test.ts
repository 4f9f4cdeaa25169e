import { join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { gatherStatistics } from './gather-statistics.ts'
import { open } from './open.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { openWorkspace } from './workspace.ts'

describe('gatherStatistics', () => {
  it('leaves what the planner goes by, and gives the lease back', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: join(folder.path, 'cache') })
    const dataSource = new DataSource({ type: 'better-sqlite3', database: 'unused.db' })
    await using target = await open({ workspace, dataSource, label: 'statistics' })
    const database = new Database(target.location)
    database.exec('CREATE TABLE t (a, b); CREATE INDEX ix ON t (a); INSERT INTO t VALUES (1, 2), (1, 3)')
    database.close()
    await gatherStatistics(target)
    const analysed = new Database(target.location, { readonly: true })
    expect(analysed.prepare('SELECT tbl, idx FROM sqlite_stat1').all()).to.deep.equal([
      { tbl: 't', idx: 'ix' },
    ])
    analysed.close()
    await using lease = target.lease('test')
    expect(lease.holder).to.equal('test')
  })
})
