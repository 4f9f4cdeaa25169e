import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { cachedState } from './cached-state.ts'
import { killedProcess } from './testing/killed-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { openWorkspace, ownFolder, type Workspace } from './workspace.ts'

const KEY = '0123456789abcdef0123456789abcdef'
const state = (build: (location: string) => Promise<void>, key = KEY) => ({
  label: 'tiny-at-First',
  key,
  build: async (location: string) => {
    await build(location)
    return undefined
  },
})
const whole = state((location) => writeFile(location, 'whole'))

async function rejection(promise: Promise<unknown>): Promise<string> {
  return promise.then(String, (error: Error) => error.message)
}

async function leftovers(workspace: Workspace): Promise<readonly string[]> {
  return [...(await readdir(workspace.states)), ...(await readdir(await ownFolder(workspace)))]
}

describe('cachedState', () => {
  it('builds a state once, under its label and key, and never again', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const location = await cachedState(workspace, whole)
    expect(basename(location)).to.equal('tiny-at-First-0123456789abcdef.db')
    const never = state(() => Promise.reject(new Error('built twice')))
    expect(await cachedState(workspace, never)).to.equal(location)
    expect(await readFile(location, 'utf8')).to.equal('whole')
    expect(await leftovers(workspace)).to.deep.equal([basename(location)])
  })

  it('builds another state for another key', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const other = state((location) => writeFile(location, 'other'), `f${KEY}`)
    expect(await readFile(await cachedState(workspace, whole), 'utf8')).to.equal('whole')
    expect(await readFile(await cachedState(workspace, other), 'utf8')).to.equal('other')
  })

  it('leaves it read-only', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    expect((await stat(await cachedState(workspace, whole))).mode & 0o777).to.equal(0o444)
  })

  it('leaves nothing of a build that throws, journal included, and builds anew the next time', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const failing = state(async (location) => {
      for (const suffix of ['', '-journal', '-wal', '-shm']) await writeFile(location + suffix, 'half')
      throw new Error('the disk is full')
    })
    expect(await rejection(cachedState(workspace, failing))).to.equal('the disk is full')
    expect(await leftovers(workspace)).to.deep.equal([])
    expect(await readFile(await cachedState(workspace, whole), 'utf8')).to.equal('whole')
  })

  it('refuses a build that made nothing', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    expect(
      await rejection(
        cachedState(
          workspace,
          state(async () => {}),
        ),
      ),
    ).to.match(/ENOENT/)
    expect(await leftovers(workspace)).to.deep.equal([])
  })

  it('never uses what a process that was killed in the middle of building has left', async () => {
    await using folder = await temporaryFolder()
    const env = { STAGEGATE_CACHE: folder.path }
    const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
    const pid = await killedProcess(`
      import { writeFile } from 'node:fs/promises'
      import { cachedState } from ${here('./cached-state.ts')}
      import { openWorkspace } from ${here('./workspace.ts')}
      const build = async (location) => {
        await writeFile(location, 'half')
        console.log('half')
        await new Promise((finish) => setTimeout(finish, 60_000))
      }
      const workspace = await openWorkspace(${JSON.stringify(env)})
      await cachedState(workspace, { label: 'tiny-at-First', key: '${KEY}', build })
    `)
    // The half-built state was there, and is gone with the folder of its dead owner.
    expect(await readdir(`${folder.path}/work/${pid}`)).to.have.length(1)
    expect((await readdir(`${folder.path}/states`)).filter((file) => file.endsWith('.db'))).to.deep.equal([])

    const again = await openWorkspace(env)
    expect(await readdir(again.work)).to.deep.equal([])
    expect(await readdir(again.states)).to.deep.equal([])
    expect(await readFile(await cachedState(again, whole), 'utf8')).to.equal('whole')
  })

  it('lets two build the same state at once', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const [one, other] = await Promise.all([cachedState(workspace, whole), cachedState(workspace, whole)])
    expect(one).to.equal(other)
    expect(await leftovers(workspace)).to.deep.equal([basename(one)])
  })
})
