import { EventEmitter } from 'node:events'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { ports as realPorts } from '../../bin/ports.ts'
import { temporaryFolder } from '../harness/target/testing/temporary-folder.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { main } from './main.ts'
import type { Ports } from './ports.ts'

const NOW = new Date('2025-12-22T18:00:00Z')
const BACKUP = 'backups/clan_data_20251222_180000.db'

async function place() {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'clan.db')
  const sql = [
    'CREATE TABLE clan_members (username VARCHAR PRIMARY KEY)',
    "INSERT INTO clan_members VALUES ('a'), ('b')",
    'CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)',
    "INSERT INTO alembic_version VALUES ('dedup_snaps_002')",
  ]
  const write = (...statements: readonly string[]) => {
    const db = new Database(file)
    for (const statement of statements) db.exec(statement)
    db.close()
  }
  write(...sql)
  const signals = new EventEmitter()
  const run = async (
    args: readonly string[],
    { now = NOW, ports = realPorts, env = {} }: RunOptions = {},
  ) => {
    const written = { stdout: '', stderr: '' }
    const stream = (name: keyof typeof written) =>
      new Writable({
        write(chunk, _encoding, done) {
          written[name] += chunk
          done()
        },
      })
    const environment: CliEnvironment = {
      cwd: folder.path,
      env,
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      clock: () => now,
      signals,
      script: '',
      setVariables() {},
      ports,
    }
    return { code: await main(['backup', ...args], environment), ...written }
  }
  return { run, write, signals, path: folder.path, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] }
}

interface RunOptions {
  readonly now?: Date
  readonly ports?: Ports
  readonly env?: Readonly<Record<string, string>>
}

describe('stagegate backup', () => {
  it('creates, verifies, lists and restores', async () => {
    await using here = await place()
    expect(await here.run(['create', '--database', 'clan.db'])).to.deep.equal({
      code: 0,
      stderr: '',
      stdout: `${BACKUP}  16.4 KB, at dedup_snaps_002, 3 rows in 2 tables\nVerified against the database: integrity, catalog, rows.\n`,
    })
    expect(await here.run(['verify', BACKUP])).to.deep.include({
      code: 0,
      stdout: `${BACKUP}  16.4 KB, at dedup_snaps_002, 3 rows in 2 tables\nVerified: checksum, integrity, catalog, rows.\n`,
    })
    here.write("INSERT INTO clan_members VALUES ('c')")
    const now = new Date('2025-12-22T20:30:00Z')
    const restore = ['restore', BACKUP, '--database', 'clan.db']
    expect(await here.run(restore, { now })).to.deep.include({
      code: 2,
      stdout: `It would replace clan.db, 16.4 KB, 4 rows in 2 tables,
by ${BACKUP}, 16.4 KB, at dedup_snaps_002, 3 rows in 2 tables, taken 2025-12-22T18:00:00.000Z.
A verified safety copy of what is replaced would be kept beside the backup.
Nothing has been changed. Add --yes to do it.\n`,
    })
    expect(await here.run([...restore, '--yes'], { now })).to.deep.include({
      code: 0,
      stdout: `Restored and verified: ${BACKUP}, 16.4 KB, at dedup_snaps_002, 3 rows in 2 tables, taken 2025-12-22T18:00:00.000Z.
What it replaced: backups/clan_data_before_restore_20251222_203000.db, 16.4 KB, at dedup_snaps_002, 4 rows in 2 tables\n`,
    })
    expect((await here.run(['size', '--database', 'clan.db'])).stdout).to.equal(
      'alembic_version  1 row\nclan_members     2 rows\n16.4 KB, 3 rows in 2 tables\n',
    )
    const { stdout } = await here.run(['list'], { now })
    const rows = stdout.split('\n').filter((line) => line.includes('clan_data'))
    expect(
      rows.map((row) =>
        row
          .split('│')
          .map((cell) => cell.trim())
          .slice(1, -1),
      ),
    ).to.deep.equal([
      ['clan_data_before_restore_20251222_203000.db', '16.4 KB', '0 minutes', 'dedup_snaps_002', 'verified'],
      ['clan_data_20251222_180000.db', '16.4 KB', '2 hours', 'dedup_snaps_002', 'verified'],
    ])
  })

  it('lists as one JSON document, and says why a backup cannot be used', async () => {
    await using here = await place()
    await here.run(['create', '--database', 'clan.db'])
    await rm(join(here.path, `${BACKUP}.sha256`))
    const listed = JSON.parse((await here.run(['list', '--json', '--quick'])).stdout)
    expect(listed).to.have.length(1)
    expect(listed[0]).to.deep.include({ file: join(here.path, BACKUP), state: 'unusable' })
    expect(listed[0].record.migration).to.equal('dedup_snaps_002')
    const { code, stdout } = await here.run(['list'])
    expect([code, stdout.split('\n').at(-2)]).to.deep.equal([
      0,
      'clan_data_20251222_180000.db: The backup has no checksum beside it: clan_data_20251222_180000.db.sha256 is missing.',
    ])
  })

  it('says that there are none', async () => {
    await using here = await place()
    await mkdir(join(here.path, 'backups'))
    expect(await here.run(['list'])).to.deep.include({ code: 0, stdout: 'There are no backups.\n' })
  })

  const bad: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no database', ['create'], /^No database is named\.[\s\S]*STAGEGATE_SOURCE/],
    ['a database that is not there', ['create', '--database', 'no.db'], /^There is no such database\./],
    ['a folder for a database', ['size', '--database', '.'], /directory/],
    ['another kind of file', ['size', '--database', 'text'], /no SQLite database/],
    ['a URL of another kind', ['size', '--database', 'mysql://me:secret@db'], /of no kind/],
    ['a URL that is wrong', ['size', '--database', 'postgres://me:secret@db:5432/a?b=c'], /cannot be used/],
    ['a name that is a path', ['create', '--database', 'clan.db', '--name', '../x'], /cannot be called/],
    ['a folder that is a file', ['create', '--database', 'clan.db', '--folder', 'text'], /this is a file/],
    ['no such backup', ['verify', 'no.db'], /^There is no such backup\./],
    ['a folder for a backup', ['verify', '.'], /^A folder is no backup\./],
    ['a database for a backup', ['verify', 'clan.db'], /^The backup has no record beside it/],
    ['a database to restore', ['restore', 'clan.db', '--database', 'x.db', '--yes'], /no record beside it/],
    ['no such folder', ['list', '--folder', 'nowhere'], /It is not there/],
    ['an unknown command', ['destroy'], /^Unknown command 'destroy'/],
  ]
  for (const [what, args, message] of bad)
    it(`answers bad input with one clear error and exit code 2: ${what}`, async () => {
      await using here = await place()
      await writeFile(join(here.path, 'text'), 'x'.repeat(9000))
      const { code, stdout, stderr } = await here.run(args)
      expect([code, stdout]).to.deep.equal([2, ''])
      expect(stderr).to.match(message)
      expect(stderr).not.to.include('secret')
      expect(stderr).not.to.include('fault in stagegate')
    })

  it('takes the database from the environment', async () => {
    await using here = await place()
    const env = { STAGEGATE_SOURCE: join(here.path, 'clan.db') }
    expect((await here.run(['size'], { env })).code).to.equal(0)
  })

  it('that is interrupted leaves nothing', async () => {
    await using here = await place()
    const ports: Ports = {
      ...realPorts,
      backups: {
        ...realPorts.backups,
        create: (request) => {
          const onProgress = () => here.signals.emit('SIGINT')
          return realPorts.backups.create({ ...request, onProgress })
        },
      },
    }
    expect(await here.run(['create', '--database', 'clan.db'], { ports })).to.deep.equal({
      ...{ code: 130, stdout: '', stderr: 'Interrupted. No backup was written.\n' },
    })
    expect(await readdir(join(here.path, 'backups'))).to.deep.equal([])
  })

  for (const command of [[], ['create'], ['verify'], ['restore'], ['list'], ['size']])
    it(`has help: ${command.join(' ')}`, async () => {
      await using here = await place()
      const { code, stdout } = await here.run([...command, '--help'])
      expect([code, /\nExamples?:\n/.test(stdout)]).to.deep.equal([0, true])
    })
})
