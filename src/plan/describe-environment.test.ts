import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { describeEnvironment } from './describe-environment.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'environment-'))
})
after(() => rm(folder, { recursive: true }))

describe('the environment of a run', () => {
  it('names versions, and has no commit outside a repository', async () => {
    const environment = await describeEnvironment(folder, 'the command')
    expect(environment.commit).to.equal(null)
    expect(environment.command).to.equal('the command')
    expect(environment.libraries).to.have.all.keys(
      'typeorm',
      'better-sqlite3',
      'sqlite3',
      '@cucumber/cucumber',
    )
    const versions = [environment.stagegate, environment.node, ...Object.values(environment.libraries)]
    for (const version of versions) expect(version).to.match(/^\d+\.\d+\.\d+/)
    expect(environment.engines).to.have.length(1)
    expect(environment.engines[0]?.version).to.match(/^3\.\d+\.\d+$/)
  })

  it('names the commit, and says when the work tree differs from it', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: folder,
        encoding: 'utf8',
      })
    git('init', '--quiet')
    expect((await describeEnvironment(folder, '')).commit).to.equal(null)
    await writeFile(join(folder, 'a'), '')
    git('add', 'a')
    git('commit', '--quiet', '--message', 'a')
    const head = git('rev-parse', 'HEAD').trim()
    expect((await describeEnvironment(folder, '')).commit).to.equal(head)
    await writeFile(join(folder, 'b'), '')
    expect((await describeEnvironment(folder, '')).commit).to.equal(`${head}+`)
  })
})
