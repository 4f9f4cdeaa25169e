import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { DataSource } from 'typeorm'
import { cachedState } from './cached-state.ts'
import { readFacts } from './facts-of-state.ts'
import { open } from './open.ts'
import type { State } from './state.ts'
import { killedProcess } from './testing/killed-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { openWorkspace, ownFolder, type Workspace } from './workspace.ts'

const KEY = '0123456789abcdef0123456789abcdef'
const dataSource = new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' })
const state = (workspace: Workspace, write: (location: string) => Promise<void>, key = KEY): State => ({
  label: 'tiny-at-First',
  key,
  async build() {
    const target = await open({ workspace, dataSource, label: 'unfinished' })
    await write(target.location)
    return { target, facts: { steps: ['one'] } }
  },
})
const whole = (workspace: Workspace) => state(workspace, (location) => writeFile(location, 'whole'))

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
    const location = await cachedState(workspace, whole(workspace))
    expect(basename(location)).to.equal('tiny-at-First-0123456789abcdef.db')
    const never = state(workspace, () => Promise.reject(new Error('built twice')))
    expect(await cachedState(workspace, never)).to.equal(location)
    expect(await readFile(location, 'utf8')).to.equal('whole')
    expect(await readFacts(location, 'steps')).to.deep.equal(['one'])
    const stem = 'tiny-at-First-0123456789abcdef'
    expect(await leftovers(workspace)).to.have.members([`${stem}.db`, `${stem}.steps.json`])
  })

  it('builds another state for another key', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const other = state(workspace, (location) => writeFile(location, 'other'), `f${KEY}`)
    expect(await readFile(await cachedState(workspace, whole(workspace)), 'utf8')).to.equal('whole')
    expect(await readFile(await cachedState(workspace, other), 'utf8')).to.equal('other')
  })

  it('leaves it read-only', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    expect((await stat(await cachedState(workspace, whole(workspace)))).mode & 0o777).to.equal(0o444)
  })

  it('refuses a database that is not closed, leaves nothing of it, journal included, and builds anew', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const half = state(workspace, async (location) => {
      for (const suffix of ['', '-journal', '-wal', '-shm']) await writeFile(location + suffix, 'half')
    })
    expect(await rejection(cachedState(workspace, half))).to.match(/not closed: .*-journal/)
    expect(await leftovers(workspace)).to.deep.equal([])
    expect(await readFile(await cachedState(workspace, whole(workspace)), 'utf8')).to.equal('whole')
  })

  it('refuses a database that somebody has open, or that is gone', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const target = await open({ workspace, dataSource, label: 'unfinished' })
    const lease = target.lease('writer')
    const held = { ...whole(workspace), build: async () => ({ target }) }
    expect(await rejection(cachedState(workspace, held))).to.contain('open by the writer')
    await lease[Symbol.asyncDispose]()
    const gone = state(workspace, (location) => rm(location))
    expect(await rejection(cachedState(workspace, gone))).to.match(/ENOENT/)
    expect(await leftovers(workspace)).to.deep.equal([])
  })

  it('never uses what a process that was killed in the middle of building has left', async () => {
    await using folder = await temporaryFolder()
    const env = { STAGEGATE_CACHE: folder.path }
    const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
    const pid = await killedProcess(`
      import { writeFile } from 'node:fs/promises'
      import { DataSource } from 'typeorm'
      import { cachedState } from ${here('./cached-state.ts')}
      import { open } from ${here('./open.ts')}
      import { openWorkspace } from ${here('./workspace.ts')}
      const workspace = await openWorkspace(${JSON.stringify(env)})
      const dataSource = new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' })
      const build = async () => {
        const target = await open({ workspace, dataSource, label: 'unfinished' })
        await writeFile(target.location, 'half')
        console.log('half')
        await new Promise((finish) => setTimeout(finish, 60_000))
      }
      await cachedState(workspace, { label: 'tiny-at-First', key: '${KEY}', build })
    `)
    // The half-built state was there, and is gone with the folder of its dead owner.
    expect(await readdir(`${folder.path}/work/${pid}`)).to.have.length(1)
    expect((await readdir(`${folder.path}/states`)).filter((file) => file.endsWith('.db'))).to.deep.equal([])

    const again = await openWorkspace(env)
    expect(await readdir(again.work)).to.deep.equal([])
    expect(await readdir(again.states)).to.deep.equal([])
    expect(await readFile(await cachedState(again, whole(again)), 'utf8')).to.equal('whole')
  })

  it('lets two build the same state at once', async () => {
    await using folder = await temporaryFolder()
    const workspace = await openWorkspace({ STAGEGATE_CACHE: folder.path })
    const [one, other] = await Promise.all([
      cachedState(workspace, whole(workspace)),
      cachedState(workspace, whole(workspace)),
    ])
    expect(one).to.equal(other)
    expect(await leftovers(workspace))
      .to.include(basename(one))
      .and.to.have.length(2)
  })
})
