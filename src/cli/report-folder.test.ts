import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { openReportFolder } from './report-folder.ts'

const OWNED = ['run.json', 'index.html', 'cucumber.html']

let parent: string
let folder: string
before(async () => {
  parent = await mkdtemp(join(tmpdir(), 'reports-'))
})
after(() => rm(parent, { recursive: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(parent, 'folder-'))
})

async function texts(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')])),
  )
}

describe('the folder of reports', () => {
  it('replaces the reports of an earlier run, all of them, and leaves what is not ours', async () => {
    await writeFile(join(folder, 'run.json'), 'old')
    await writeFile(join(folder, 'cucumber.html'), 'old')
    await writeFile(join(folder, 'notes.txt'), 'mine')
    {
      await using reports = await openReportFolder(folder, parent)
      await writeFile(join(reports.draft, 'index.html'), 'made in the draft')
      expect(await reports.publish({ 'run.json': 'new' }, OWNED)).to.deep.equal(['run.json', 'index.html'])
    }
    expect(await texts(folder)).to.deep.equal({
      'index.html': 'made in the draft',
      'notes.txt': 'mine',
      'run.json': 'new',
    })
  })

  it('is as it was when nothing is published', async () => {
    await writeFile(join(folder, 'run.json'), 'old')
    {
      await using reports = await openReportFolder(folder, parent)
      await writeFile(join(reports.draft, 'index.html'), 'half')
    }
    expect(await texts(folder)).to.deep.equal({ 'run.json': 'old' })
  })

  it('is as it was when one report cannot be put into place', async () => {
    await writeFile(join(folder, 'run.json'), 'old')
    await mkdir(join(folder, 'index.html'))
    const attempt = async () => {
      await using reports = await openReportFolder(folder, parent)
      await reports.publish({ 'run.json': 'new', 'index.html': 'new' }, OWNED)
    }
    expect(await failureOf(attempt)).to.be.instanceOf(StagegateError)
    expect(await readdir(folder)).to.have.members(['run.json', 'index.html'])
    expect(await readFile(join(folder, 'run.json'), 'utf8')).to.equal('old')
  })

  it('makes folders in it, and takes them back when another report cannot be put into place', async () => {
    await mkdir(join(folder, 'run.json'))
    const owned = ['history/new.json', 'history/old.json', 'run.json']
    const attempt = async () => {
      await using reports = await openReportFolder(folder, parent)
      await reports.publish({ 'history/new.json': 'new', 'run.json': 'new' }, owned)
    }
    expect(await failureOf(attempt)).to.be.instanceOf(StagegateError)
    expect(await readdir(folder)).to.deep.equal(['run.json'])
    await rm(join(folder, 'run.json'), { recursive: true })
    await mkdir(join(folder, 'history'))
    await writeFile(join(folder, 'history', 'old.json'), 'old')
    await writeFile(join(folder, 'history', 'notes.txt'), 'mine')
    await attempt()
    expect(await texts(join(folder, 'history'))).to.deep.equal({ 'new.json': 'new', 'notes.txt': 'mine' })
  })

  it('says so when a file stands where a folder of it belongs', async () => {
    await writeFile(join(folder, 'history'), 'a file')
    const attempt = async () => {
      await using reports = await openReportFolder(folder, parent)
      await reports.publish({ 'run.json': 'new', 'history/a.json': '' }, ['run.json', 'history/a.json'])
    }
    expect(String(await failureOf(attempt))).to.include('Reports cannot be written to the folder history.')
    expect(await texts(folder)).to.deep.equal({ history: 'a file' })
  })

  it('comes and goes with a run that makes it and publishes nothing', async () => {
    const path = join(parent, 'new', 'deep')
    {
      await using reports = await openReportFolder(path, parent)
      expect(await readdir(path)).to.deep.equal([reports.draft.slice(path.length + 1)])
    }
    expect(await readdir(join(parent, 'new'))).to.deep.equal([])
  })

  it('is refused when it is a file, or lies below one', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    for (const path of [file, join(file, 'below')]) {
      const failure = await failureOf(() => openReportFolder(path, folder))
      expect(failure).to.be.instanceOf(StagegateError)
      expect(String(failure)).to.include('It, or a folder above it, is a file.')
    }
  })

  it('is refused when it may not be written to', async () => {
    await chmod(folder, 0o555)
    const failure = await asNobody(() => failureOf(() => openReportFolder(folder, parent)))
    expect(failure).to.be.instanceOf(StagegateError)
    expect(String(failure)).to.include('EACCES')
  })
})

async function failureOf(attempt: () => Promise<unknown>): Promise<unknown> {
  try {
    await attempt()
    return undefined
  } catch (error) {
    return error
  }
}

/** Root may write everywhere: it steps down for as long as that takes. */
async function asNobody<T>(attempt: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    return await attempt()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
