import { chmod, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { inspect } from './inspect.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

describe('inspect', () => {
  it('looks at a finished state where it lies, one holder at a time, and leaves it there', async () => {
    await using folder = await temporaryFolder()
    const state = join(folder.path, 'state.db')
    const database = new Database(state)
    database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)')
    database.close()
    await chmod(state, 0o444)
    const { mtimeMs } = await stat(state)
    {
      await using target = inspect(
        state,
        new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' }),
      )
      expect(target).to.include({ engine: 'sqlite', location: state })
      expect(target.keep()).to.equal(state)
      await using _lease = target.lease('observer')
      expect(() => target.lease('migrator')).to.throw(/open by the observer/)
      const opened = await target.dataSource().initialize()
      expect(await opened.query('SELECT count(*) AS rows FROM t')).to.deep.equal([{ rows: 2 }])
      await opened.destroy()
    }
    expect((await stat(state)).mtimeMs).to.equal(mtimeMs)
  })
})
