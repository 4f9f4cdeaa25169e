import { existsSync } from 'node:fs'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { open } from './open.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { openWorkspace, ownFolder } from './workspace.ts'

const dataSource = new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' })
const SUFFIXES = ['', '-journal', '-wal', '-shm']

function sql(location: string, ...statements: readonly string[]): unknown[] {
  const database = new Database(location)
  try {
    for (const statement of statements.slice(0, -1)) database.exec(statement)
    return database
      .prepare(statements.at(-1) ?? '')
      .raw()
      .all()
  } finally {
    database.close()
  }
}

async function surroundings(path: string) {
  const workspace = await openWorkspace({ STAGEGATE_CACHE: join(path, 'cache') })
  const source = join(path, 'source.db')
  sql(source, 'CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)', 'SELECT a FROM t')
  await chmod(source, 0o444)
  return { workspace, source, dataSource, label: 'tiny' }
}

describe('open', () => {
  it('copies the source, which stays as it is whatever happens to the copy', async () => {
    await using folder = await temporaryFolder()
    const options = await surroundings(folder.path)
    const before = await readFile(options.source)
    {
      await using target = await open(options)
      expect(target.engine).to.equal('sqlite')
      expect(dirname(target.location)).to.equal(await ownFolder(options.workspace))
      // The source is read-only; the copy is ours to break.
      expect((await stat(target.location)).mode & 0o777).to.equal(0o644)
      expect(basename(target.location)).to.match(/^tiny-[0-9a-f]{8}\.db$/)
      expect(sql(target.location, 'DELETE FROM t WHERE a = 1', 'SELECT a FROM t')).to.deep.equal([[2]])
    }
    expect(await readFile(options.source)).to.deep.equal(before)
    expect((await stat(options.source)).mode & 0o777).to.equal(0o444)
    expect(await readdir(folder.path)).to.have.members(['cache', 'source.db'])
  })

  it('gives each a copy of its own', async () => {
    await using folder = await temporaryFolder()
    const options = await surroundings(folder.path)
    await using one = await open(options)
    await using other = await open(options)
    sql(one.location, 'DELETE FROM t', 'SELECT 1')
    expect(sql(other.location, 'SELECT count(*) FROM t')).to.deep.equal([[2]])
  })

  it('opens an empty database without a source', async () => {
    await using folder = await temporaryFolder()
    const { source: _, ...options } = await surroundings(folder.path)
    await using target = await open(options)
    expect(sql(target.location, 'SELECT count(*) FROM sqlite_master')).to.deep.equal([[0]])
  })

  it('takes the copy away with its journals', async () => {
    await using folder = await temporaryFolder()
    const options = await surroundings(folder.path)
    const target = await open(options)
    for (const suffix of SUFFIXES) await writeFile(target.location + suffix, '')
    await target[Symbol.asyncDispose]()
    expect(await readdir(await ownFolder(options.workspace))).to.deep.equal([])
    expect(existsSync(options.workspace.kept)).to.equal(false)
  })

  it('keeps the copy where it said that it would be, with its journals: they are a part of it', async () => {
    await using folder = await temporaryFolder()
    const options = await surroundings(folder.path)
    const target = await open(options)
    sql(target.location, 'DELETE FROM t WHERE a = 1', 'SELECT 1')
    await writeFile(`${target.location}-wal`, 'not yet in the file')
    const kept = target.keep()
    expect(existsSync(kept)).to.equal(false)
    await target[Symbol.asyncDispose]()
    expect(dirname(kept)).to.equal(options.workspace.kept)
    expect(await readFile(`${kept}-wal`, 'utf8')).to.equal('not yet in the file')
    expect(await readdir(options.workspace.kept)).to.have.length(2)
    expect(await readdir(await ownFolder(options.workspace))).to.deep.equal([])
  })

  it('has one lease at a time', async () => {
    await using folder = await temporaryFolder()
    await using target = await open(await surroundings(folder.path))
    await using _lease = target.lease('migrator')
    expect(() => target.lease('observer')).to.throw(/open by the migrator/)
  })

  it('gives new data sources on the copy, and leaves the given one alone', async () => {
    await using folder = await temporaryFolder()
    await using target = await open(await surroundings(folder.path))
    const opened = await target.dataSource().initialize()
    expect(await opened.query('SELECT count(*) AS rows FROM t')).to.deep.equal([{ rows: 2 }])
    await opened.destroy()
    expect(target.dataSource()).not.to.equal(target.dataSource())
    expect(dataSource.isInitialized).to.equal(false)
    expect(dataSource.options.database).to.equal('never-opened.db')
  })
})
