import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import { writeDraft } from './write-draft.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draft-'))
  await writeFile(join(folder, 'old'), 'old text')
})
afterEach(() => rm(folder, { recursive: true }))

const files = async () => (await readdir(folder, { recursive: true })).sort()
const read = (path: string) => readFile(join(folder, path), 'utf8')
const created = [
  { path: 'a/new', text: 'one' },
  { path: 'b', text: 'two' },
]
const changed = { path: 'old', text: 'new text', from: 'old text' }

describe('writing what was drafted', () => {
  it('writes every file and leaves nothing else behind', async () => {
    await writeDraft(folder, { created, changed })
    expect(await files()).to.deep.equal(['a', 'a/new', 'b', 'old'])
    expect(await Promise.all(['a/new', 'b', 'old'].map(read))).to.deep.equal(['one', 'two', 'new text'])
  })

  it('overwrites nothing, and then writes nothing', async () => {
    await writeFile(join(folder, 'b'), 'mine')
    const failure = await writeDraft(folder, { created, changed }).catch((error: Error) => error.message)
    expect(failure).to.match(/^A file is there already\. Nothing was written\.\n {2}Where: b\n/)
    expect(await files()).to.deep.equal(['a', 'b', 'old'])
    expect(await Promise.all(['b', 'old'].map(read))).to.deep.equal(['mine', 'old text'])
  })

  it('writes nothing when what is to be changed was changed by somebody else', async () => {
    await writeFile(join(folder, 'old'), 'other text')
    const failure = await writeDraft(folder, { created, changed }).catch((error: Error) => error.message)
    expect(failure).to.match(/^A file was changed meanwhile\. Nothing was written\.\n {2}Where: old\n/)
    expect(await files()).to.deep.equal(['a', 'old'])
    expect(await read('old')).to.equal('other text')
  })

  it('writes nothing when a place cannot be written to', async () => {
    await mkdir(join(folder, 'c'))
    const unwritable = [...created, { path: 'old/inside', text: 'three' }]
    const failure = await writeDraft(folder, { created: unwritable }).catch((error: Error) => error)
    expect(failure).to.be.instanceOf(Error)
    expect(await files()).to.deep.equal(['a', 'c', 'old'])
  })
})
