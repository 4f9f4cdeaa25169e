import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { temporaryFolder } from '../../../src/harness/target/testing/temporary-folder.ts'
import { openWorkspace } from '../../../src/harness/target/workspace.ts'
import { measureCopying } from './measure-copying.ts'

describe('measureCopying', () => {
  it('times all four copies as often as asked, and leaves none of them', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const file = join(folder.path, 'clan.db')
    const database = new Database(file)
    database.exec('CREATE TABLE a (b); INSERT INTO a VALUES (1)')
    database.close()
    const before = await readFile(file)
    const { rehearsed, lasting } = await measureCopying({ workspace, file }, 2, () => {})
    expect(rehearsed).to.have.lengthOf(2)
    expect(lasting).to.have.lengthOf(2)
    for (const { floor, ours } of [...rehearsed, ...lasting]) {
      expect(floor.milliseconds).to.be.above(0)
      expect(ours.milliseconds).to.be.above(0)
    }
    expect(await readdir(join(workspace.work, String(process.pid)))).to.deep.equal([])
    expect((await readFile(file)).equals(before)).to.equal(true)
  })
})
