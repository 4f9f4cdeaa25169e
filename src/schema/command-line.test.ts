import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'

const PROJECT = join(import.meta.dirname, '../..')

let directory: string

/** What TypeORM's own command line prints, on a database of the test's. */
async function typeorm(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'node_modules/typeorm/cli.js', command, '--dataSource', 'ormconfig.ts'],
    {
      cwd: PROJECT,
      // TypeORM colours what it prints wherever CI is set.
      env: { ...process.env, NO_COLOR: '1', STAGEGATE_DATABASE: join(directory, 'clan.db') },
    },
  )
  return stdout
}

describe("TypeORM's command line", () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-command-line-'))
  })

  after(async () => {
    await rm(directory, { recursive: true })
  })

  it('shows, runs, compares and reverts the migrations of ormconfig.ts', async () => {
    expect(await typeorm('migration:show')).to.match(
      /\[ \] InitialSchema1765832858000[\s\S]*\[ \] NormalizeUserIds1766426400000/,
    )
    expect(await typeorm('migration:run')).to.contain(
      'NormalizeUserIds1766426400000 has been executed successfully',
    )
    expect(await typeorm('migration:show')).to.contain('[X] 6 NormalizeUserIds1766426400000')
    expect(await typeorm('schema:log')).to.contain('Your schema is up to date')
    expect(await typeorm('migration:revert')).to.contain(
      'NormalizeUserIds1766426400000 has been reverted successfully',
    )
    expect(await typeorm('migration:show')).to.match(/\[X\] 5 AddMissingIndexes\d+\s+\[ \] NormalizeUserIds/)
  })
})
