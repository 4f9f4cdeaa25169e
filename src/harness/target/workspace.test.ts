import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { killedProcess } from './testing/killed-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { openWorkspace, ownFolder, placeOfRun } from './workspace.ts'

describe('openWorkspace', () => {
  it('is below the working folder, or where STAGEGATE_CACHE says; an empty one says nothing', async () => {
    await using folder = await temporaryFolder()
    const usual = join(folder.path, '.cache', 'stagegate')
    expect((await openWorkspace({}, folder.path)).root).to.equal(usual)
    expect((await openWorkspace({ STAGEGATE_CACHE: '' }, folder.path)).root).to.equal(usual)
    const { root, states, work, kept } = await openWorkspace({ STAGEGATE_CACHE: 'else/where' }, folder.path)
    expect(root).to.equal(join(folder.path, 'else/where'))
    expect([states, work].every(existsSync)).to.equal(true)
    // Nothing has been kept yet.
    expect(existsSync(kept)).to.equal(false)
  })

  it("clears away what a dead process left, and nothing that is anybody else's", async () => {
    await using folder = await temporaryFolder()
    const env = { STAGEGATE_CACHE: folder.path }
    const workspace = await openWorkspace(env)
    const dead = await killedProcess(`console.log('here'); setInterval(() => {}, 1000)`)
    const theirs = join(workspace.work, String(process.ppid))
    const strange = join(workspace.work, 'notes')
    for (const owner of [
      join(workspace.work, String(dead)),
      theirs,
      strange,
      await ownFolder(workspace),
      workspace.kept,
    ]) {
      await mkdir(join(owner, 'deep'), { recursive: true })
      await writeFile(join(owner, 'deep', 'copy.db'), '')
    }
    await writeFile(join(workspace.states, 'state.db'), '')

    await openWorkspace(env)

    expect(existsSync(join(workspace.work, String(dead)))).to.equal(false)
    for (const owner of [theirs, strange, await ownFolder(workspace), workspace.kept]) {
      expect(existsSync(join(owner, 'deep', 'copy.db')), owner).to.equal(true)
    }
    expect(existsSync(join(workspace.states, 'state.db'))).to.equal(true)
  })
})

describe('ownFolder', () => {
  it('is named after this process, and made once', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    expect(await ownFolder(workspace)).to.equal(join(workspace.work, String(process.pid)))
    expect(await ownFolder(workspace)).to.equal(await ownFolder(workspace))
    expect(existsSync(await ownFolder(workspace))).to.equal(true)
  })

  it('of one run goes with it, and what somebody asked to keep does not', async () => {
    await using folder = await temporaryFolder()
    const { runs, kept, ofOneRun } = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    expect(ofOneRun).to.equal(false)
    const ofRun = await openWorkspace(placeOfRun(join(runs, '1'), {}))
    expect(ofRun).to.include({ root: join(runs, '1'), kept, ofOneRun: true })
  })
})
