import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { checkSource } from '../source/check-source.ts'
import { makeAccounts, restlessWriter, seeAccounts } from '../testing/restless-writer.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openWorkspace, ownFolder } from '../workspace.ts'
import { sqliteStore } from './sqlite-store.ts'

const template = new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' })

async function place() {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'clan.db')
  makeAccounts(file, { journal: 'wal', accounts: 50, bytesEach: 100 })
  const workspace = await openWorkspace({ STAGEGATE_CACHE: join(folder.path, 'cache') })
  return {
    file,
    workspace,
    store: sqliteStore(workspace),
    source: await checkSource(file),
    [Symbol.asyncDispose]: folder[Symbol.asyncDispose],
  }
}

describe('a copy of a source', () => {
  it('is ours to break, and gone when it is disposed of', async () => {
    await using here = await place()
    const told: string[] = []
    const onProgress = ({ what }: { readonly what: string }) => told.push(what)
    const copy = await here.store.copySource(here.source, { template, label: 'clan', onProgress })
    expect(dirname(copy.location)).to.equal(await ownFolder(here.workspace))
    expect(told).to.include('bytes of clan.db')
    {
      await using _lease = copy.lease('writer')
      const opened = await copy.dataSource().initialize()
      await opened.query('DELETE FROM account')
      await opened.destroy()
    }
    expect(seeAccounts(here.file)).to.include({ total: 50_000, transfers: 0 })
    await copy[Symbol.asyncDispose]()
    expect(existsSync(copy.location)).to.equal(false)
    expect(await readdir(await ownFolder(here.workspace))).to.deep.equal([])
  })

  it('is of one moment while somebody writes', async () => {
    await using here = await place()
    await using _writer = await restlessWriter(here.file)
    await using copy = await here.store.copySource(here.source, { template, label: 'clan' })
    expect(seeAccounts(copy.location)).to.include({ integrity: 'ok', total: 50_000, wrong: 0 })
  })

  it('is not begun where there is no room for it', async () => {
    await using here = await place()
    const source = { ...here.source, bytes: Number.MAX_SAFE_INTEGER }
    const error = await here.store
      .copySource(source, { template, label: 'clan' })
      .catch((thrown: Error) => thrown.message)
    expect(error).to.match(/^There is not enough room on the disk/)
    expect(await readdir(await ownFolder(here.workspace))).to.deep.equal([])
  })

  it('leaves nothing when it is broken off', async () => {
    await using here = await place()
    const signal = AbortSignal.abort(new Error('enough'))
    const error = await here.store
      .copySource(here.source, { template, label: 'clan', signal })
      .catch((thrown: Error) => thrown.message)
    expect(error).to.equal('enough')
    expect(await readdir(await ownFolder(here.workspace))).to.deep.equal([])
  })
})
