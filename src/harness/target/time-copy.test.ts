import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { timeCopy } from './time-copy.ts'
import { openWorkspace, ownFolder } from './workspace.ts'

describe('timeCopy', () => {
  it('measures some time, changes nothing and leaves no copy', async () => {
    const text = 'x'.repeat(3_000_001)
    await using folder = await temporaryFolder({ 'some.db': text })
    const workspace = await openWorkspace({ STAGEGATE_CACHE: join(folder.path, 'cache') })
    expect(await timeCopy(workspace, join(folder.path, 'some.db'))).to.be.greaterThan(0)
    expect(await readFile(join(folder.path, 'some.db'), 'utf8')).to.equal(text)
    expect(await readdir(await ownFolder(workspace))).to.deep.equal([])
  })

  it('fails on a file that is missing', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const failure = await timeCopy(workspace, join(folder.path, 'nowhere.db')).catch(({ code }) => code)
    expect(failure).to.equal('ENOENT')
  })
})
