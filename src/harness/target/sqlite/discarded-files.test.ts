import { constants, existsSync } from 'node:fs'
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { open } from '../open.ts'
import type { OpenTarget } from '../open-target.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openWorkspace, ownFolder, placeOfRun } from '../workspace.ts'
import { discardedFiles } from './discarded-files.ts'

const dataSource = new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' })
/** More than one block, and no whole number of them. */
const BYTES = (2 << 20) + 17

async function surroundings(path: string, ofOneRun = true) {
  const run = join(path, 'runs', '1')
  const workspace = await openWorkspace(ofOneRun ? placeOfRun(run, {}) : { STAGEGATE_CACHE: run })
  const file = async (name: string, bytes: number, of: number) => {
    await writeFile(join(path, name), Buffer.alloc(bytes, of), { mode: 0o444 })
    return join(path, name)
  }
  const copy = (source?: string) =>
    open({ workspace, dataSource, label: 'copy', ...(source === undefined ? {} : { source }) })
  const discarded = async () =>
    readdir(join(await ownFolder(workspace), 'discarded')).catch(() => [] as string[])
  return { file, copy, discarded, workspace }
}

/** Where a file system can, there is something better than a file that is there already. */
async function sharesBlocks(file: string): Promise<boolean> {
  return copyFile(file, `${file}.shared`, constants.COPYFILE_FICLONE_FORCE).then(
    () => true,
    () => false,
  )
}

const inodeOf = async ({ location }: OpenTarget) => (await stat(location)).ino

describe('copies of a run on a real database', () => {
  for (const [what, bytes] of [
    ['as long', BYTES],
    ['longer', BYTES + (1 << 20)],
    ['shorter', 4096],
    ['empty', 0],
  ] as const) {
    it(`are written over one that nobody needs any more: a source that is ${what}`, async () => {
      await using folder = await temporaryFolder()
      const { file, copy, discarded } = await surroundings(folder.path)
      const first = await copy(await file('first.db', BYTES, 1))
      await writeFile(`${first.location}-wal`, 'of the first')
      const inode = await inodeOf(first)
      await first[Symbol.asyncDispose]()
      expect(existsSync(first.location)).to.equal(false)
      expect(existsSync(`${first.location}-wal`)).to.equal(false)
      expect(await discarded()).to.have.lengthOf(1)
      const source = await file('second.db', bytes, 2)
      await using second = await copy(source)
      if (!(await sharesBlocks(source))) expect(await inodeOf(second)).to.equal(inode)
      expect((await readFile(second.location)).equals(await readFile(source))).to.equal(true)
      expect(((await stat(second.location)).mode & 0o200) !== 0, 'it can be written').to.equal(true)
    })
  }

  it('are files of their own, at the same time', async () => {
    await using folder = await temporaryFolder()
    const { file, copy } = await surroundings(folder.path)
    const source = await file('source.db', BYTES, 1)
    await (await copy(source))[Symbol.asyncDispose]()
    const copies = await Promise.all([copy(source), copy(source), copy(source)])
    expect(new Set(await Promise.all(copies.map(inodeOf))).size).to.equal(3)
    for (const { location } of copies)
      expect((await readFile(location)).equals(await readFile(source))).to.equal(true)
  })

  it('are not written over one that somebody still has open', async () => {
    await using folder = await temporaryFolder()
    const { file, copy, discarded } = await surroundings(folder.path)
    const first = await copy(await file('source.db', BYTES, 1))
    first.lease('one that forgot it')
    await first[Symbol.asyncDispose]()
    expect(existsSync(first.location)).to.equal(false)
    expect(await discarded()).to.deep.equal([])
  })

  it('leave one file at most, and none of a database that was made empty', async () => {
    await using folder = await temporaryFolder()
    const { file, copy, discarded } = await surroundings(folder.path)
    const source = await file('source.db', BYTES, 1)
    const copies = [await copy(), await copy(source), await copy(source)]
    for (const each of copies) await each[Symbol.asyncDispose]()
    expect(await discarded()).to.have.lengthOf(1)
    expect(copies.map(({ location }) => existsSync(location))).to.deep.equal([false, false, false])
  })

  it('leave nothing where they cannot be finished', async () => {
    await using folder = await temporaryFolder()
    const { file, copy, workspace } = await surroundings(folder.path)
    await (await copy(await file('source.db', BYTES, 1)))[Symbol.asyncDispose]()
    const to = join(await ownFolder(workspace), 'to.db')
    const error = await discardedFiles(await ownFolder(workspace))
      .copyOver(join(folder.path, 'nowhere.db'), to)
      .catch((caught: Error) => caught)
    expect(String(error)).to.contain('ENOENT')
    expect(existsSync(to)).to.equal(false)
  })

  it('are gone at once in a workspace that outlives the run', async () => {
    await using folder = await temporaryFolder()
    const { file, copy, discarded } = await surroundings(folder.path, false)
    const first = await copy(await file('source.db', BYTES, 1))
    await first[Symbol.asyncDispose]()
    expect(existsSync(first.location)).to.equal(false)
    expect(await discarded()).to.deep.equal([])
  })
})
