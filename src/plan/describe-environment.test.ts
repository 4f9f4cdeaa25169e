import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { describeEnvironment } from './describe-environment.ts'
import { sqliteVersion } from './sqlite-version.ts'

const SQLITE = [{ engine: 'sqlite', version: '3.53.0' }] as const

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'environment-'))
})
after(() => rm(folder, { recursive: true }))

const MADE = { command: '', askedBy: null }

describe('the environment of a run', () => {
  it('names versions, and has no commit outside a repository', async () => {
    const environment = await describeEnvironment(
      folder,
      { command: 'the command', askedBy: 'qa-lead' },
      SQLITE,
    )
    expect(environment.commit).to.equal(null)
    expect(environment.command).to.equal('the command')
    expect(environment.askedBy).to.equal('qa-lead')
    expect(environment.libraries).to.have.all.keys(
      'typeorm',
      'better-sqlite3',
      'sqlite3',
      '@cucumber/cucumber',
    )
    const versions = [environment.stagegate, environment.node, ...Object.values(environment.libraries)]
    for (const version of versions) expect(version).to.match(/^\d+\.\d+\.\d+/)
    expect(environment.engines).to.deep.equal(SQLITE)
  })

  it('names the libraries of the engines that take part, and no others', async () => {
    const both = [...SQLITE, { engine: 'postgres', version: '15.18' }] as const
    const { libraries } = await describeEnvironment(folder, MADE, both)
    expect(Object.keys(libraries)).to.include.members(['sqlite3', 'pg', 'testcontainers'])
    const alone = await describeEnvironment(folder, MADE, both.slice(1))
    expect(alone.libraries).to.include.keys('typeorm', 'pg')
    expect(alone.libraries).not.to.have.any.keys('sqlite3', 'better-sqlite3')
    expect(alone.engines).to.deep.equal([{ engine: 'postgres', version: '15.18' }])
    for (const version of Object.values(libraries)) expect(version).to.match(/^\d+\.\d+\.\d+/)
  })

  it('knows the SQLite that the driver carries', async () => {
    expect(await sqliteVersion()).to.match(/^3\.\d+\.\d+$/)
  })

  it('names the commit, and says when the work tree differs from it', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: folder,
        encoding: 'utf8',
      })
    git('init', '--quiet')
    expect((await describeEnvironment(folder, MADE, SQLITE)).commit).to.equal(null)
    await writeFile(join(folder, 'a'), '')
    git('add', 'a')
    git('commit', '--quiet', '--message', 'a')
    const head = git('rev-parse', 'HEAD').trim()
    expect((await describeEnvironment(folder, MADE, SQLITE)).commit).to.equal(head)
    await writeFile(join(folder, 'b'), '')
    expect((await describeEnvironment(folder, MADE, SQLITE)).commit).to.equal(`${head}+`)
  })
})
