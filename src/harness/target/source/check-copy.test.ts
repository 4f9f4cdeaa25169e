import { open as openFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { inspect } from '../inspect.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { checkCopy } from './check-copy.ts'

const template = new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' })

async function copyWith(sql: string) {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'copy.db')
  const db = new Database(file)
  db.exec(sql)
  db.close()
  const target = inspect(file, template)
  const source = { engine: 'sqlite', location: 'clan.db', address: target.address, bytes: 0 } as const
  return { file, target, source, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] }
}

const ROWS = `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
  CREATE INDEX i ON t (a);
  INSERT INTO t (a) WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 5000)
    SELECT 'row number ' || n FROM n;`

describe('checkCopy', () => {
  it('says nothing of a copy that can be read, and gives the lease back', async () => {
    await using here = await copyWith(ROWS)
    await checkCopy(here.target, here.source)
    await using _free = here.target.lease('observer')
  })

  it('names the first faults of pages that are damaged', async () => {
    await using here = await copyWith(ROWS)
    {
      await using handle = await openFile(here.file, 'r+')
      for (const page of [10, 11, 12, 13, 14])
        await handle.write(Buffer.alloc(4096, 0xa5), 0, 4096, 4096 * page)
    }
    const error = await checkCopy(here.target, here.source).catch((thrown: unknown) => thrown)
    if (!(error instanceof StagegateError)) throw error
    expect(error.text.what).to.match(/^The database is damaged: .*\bpage 1\d\b.*; SQLITE_CORRUPT: .*\.$/)
    expect(error.text.where).to.equal('clan.db')
  })

  it('names no more than the first faults', async () => {
    await using here = await copyWith(ROWS)
    const db = new Database(here.file)
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    // Its pages are nobody's then.
    db.exec(`DELETE FROM sqlite_schema WHERE name = 'i'`)
    db.close()
    const error = await checkCopy(here.target, here.source).catch((thrown: unknown) => thrown)
    expect((error as StagegateError).text.what).to.match(
      /^The database is damaged: [^;]+; [^;]+; [^;]+, and \d+ more\.$/,
    )
  })

  it('leaves it to the gates what they think of values', async () => {
    await using here = await copyWith('CREATE TABLE t (a, b); INSERT INTO t VALUES (NULL, -2)')
    const db = new Database(here.file)
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    db.exec(`UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a TEXT NOT NULL, b INTEGER CHECK (b > 0))'`)
    db.close()
    const reading = new Database(here.file, { readonly: true })
    expect(JSON.stringify(reading.pragma('quick_check'))).to.contain('NULL value in t.a')
    reading.close()
    await checkCopy(here.target, here.source)
  })
})
