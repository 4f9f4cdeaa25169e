import { spawnSync } from 'node:child_process'
import { chmod, lstat, mkdir, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { killedProcess } from '../target/testing/killed-process.ts'
import { makeAccounts, restlessWriter } from '../target/testing/restless-writer.ts'
import { temporaryFolder } from '../target/testing/temporary-folder.ts'
import { createBackup } from './create-backup.ts'
import { namedDatabase } from './named-database.ts'
import { planRestore, restoreBackup } from './restore-backup.ts'
import { change, makeClan, pick } from './testing/clan-file.ts'
import { idleHolder } from './testing/idle-holder.ts'
import { refusal } from './testing/refusal.ts'
import { verifyBackup } from './verify-backup.ts'

const AT = new Date('2025-12-23T09:00:00Z')
const SERVER = { server: null }
const SAFETY = 'clan_data_before_restore_20251223_090000.db'
const MEMBERS = 'SELECT count(*) FROM clan_members'

/** A backup of three members, and the database with four. */
async function withBackup({ journal = 'delete' as 'wal' | 'delete' } = {}) {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'data', 'clan.db')
  await mkdir(join(folder.path, 'data'))
  makeClan(file, { journal })
  const backups = join(folder.path, 'backups')
  const database = namedDatabase(file, '/')
  const at = new Date('2025-12-22T18:00:00Z')
  const { backup } = await createBackup({ database, folder: backups, label: 'clan_data', at, ...SERVER })
  change(file, "INSERT INTO clan_members VALUES ('new', NULL)")
  return {
    ...{ backup, backups, file, path: folder.path },
    safety: join(backups, SAFETY),
    request: { file: backup.file, database, at: AT, ...SERVER },
    /** What is there beside the backup. */
    async left() {
      const names = [...(await readdir(backups)), ...(await readdir(join(folder.path, 'data')))]
      return names.filter((name) => !name.startsWith(basename(backup.file))).sort()
    },
    [Symbol.asyncDispose]: folder[Symbol.asyncDispose],
  }
}

const ALL = ['clan.db', SAFETY, `${SAFETY}.json`, `${SAFETY}.sha256`]

describe('restoring a backup', () => {
  for (const journal of ['delete', 'wal'] as const) {
    it(`gives back what was, and keeps what it replaces, with journal_mode = ${journal}`, async () => {
      await using made = await withBackup({ journal })
      const { safetyCopy, unchecked } = await restoreBackup(made.request)
      expect(unchecked).to.deep.equal([])
      expect(await made.left()).to.deep.equal(ALL)
      expect(safetyCopy?.file).to.equal(made.safety)
      expect(pick(made.file, MEMBERS)).to.equal(3)
      expect(pick(made.file, 'PRAGMA journal_mode')).to.equal(journal)
      expect(pick(made.safety, MEMBERS)).to.equal(4)
      await verifyBackup(made.safety, SERVER)
      expect(safetyCopy?.record.settings).to.deep.equal({ journal_mode: journal })
      // And forth again.
      await restoreBackup({ ...made.request, file: made.safety, at: new Date('2025-12-23T10:00:00Z') })
      expect(pick(made.file, MEMBERS)).to.equal(4)
      expect(pick(made.file, 'PRAGMA journal_mode')).to.equal(journal)
    })
  }

  it('takes what is in a write-ahead log for a part of what it replaces, and never for one of what it restores', async () => {
    await using made = await withBackup({ journal: 'wal' })
    await rm(made.file)
    makeAccounts(made.file, { journal: 'wal', accounts: 50, bytesEach: 10 })
    change(made.file, 'CREATE TABLE clan_members (username VARCHAR PRIMARY KEY, role VARCHAR)')
    {
      await using writer = await restlessWriter(made.file)
      await writer.kill()
    }
    expect((await stat(`${made.file}-wal`)).size).to.be.greaterThan(0)
    await restoreBackup(made.request)
    expect(await made.left()).to.deep.equal(ALL)
    expect(pick(made.file, MEMBERS)).to.equal(3)
    expect(Number(pick(made.safety, 'SELECT count(*) FROM transfer'))).to.be.greaterThan(0)
  })

  it('undoes first what was broken off in a database with a journal', async () => {
    await using made = await withBackup()
    await killedProcess(`
      import Database from 'better-sqlite3'
      const db = new Database(${JSON.stringify(made.file)})
      db.exec('PRAGMA cache_size = 1; BEGIN; DELETE FROM clan_members; UPDATE wom_snapshots SET raw_data = randomblob(500)')
      process.stdout.write('now')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000)
    `)
    expect(await readdir(join(made.path, 'data'))).to.contain('clan.db-journal')
    expect(await refusal(planRestore(made.request))).to.contain('No safety copy can be made')
    await restoreBackup(made.request)
    expect(await made.left()).to.deep.equal(ALL)
    expect([pick(made.file, MEMBERS), pick(made.safety, MEMBERS)]).to.deep.equal([3, 4])
  })

  it('makes a database where there is none', async () => {
    await using made = await withBackup({ journal: 'wal' })
    await rm(made.file)
    const { safetyCopy } = await restoreBackup(made.request)
    expect([safetyCopy, await made.left()]).to.deep.equal([null, ['clan.db']])
    expect([pick(made.file, MEMBERS), (await stat(made.file)).nlink]).to.deep.equal([3, 1])
  })

  it('keeps who may do what with the file, and a link that leads to it', async () => {
    await using made = await withBackup()
    await chmod(made.file, 0o640)
    const link = join(made.path, 'link.db')
    await symlink(made.file, link)
    await restoreBackup({ ...made.request, database: namedDatabase(link, '/') })
    expect((await lstat(link)).isSymbolicLink()).to.equal(true)
    expect((await stat(made.file)).mode & 0o777).to.equal(0o640)
    expect((await stat(made.safety)).mode & 0o777).to.equal(0o640)
    expect(pick(made.file, MEMBERS)).to.equal(3)
  })

  it('is told before it is done', async () => {
    await using made = await withBackup()
    const plan = await planRestore(made.request)
    expect(plan.replaces?.tables).to.deep.include({ name: 'clan_members', rows: 4 })
    expect(await made.left()).to.deep.equal(['clan.db'])
    expect(pick(made.file, MEMBERS)).to.equal(4)
  })

  it('that is broken off leaves the database as it is', async () => {
    for (const journal of ['delete', 'wal'] as const) {
      await using made = await withBackup({ journal })
      for (const what of ['summed up', 'copied', 'bytes of the safety copy', 'bytes of database summed up']) {
        const controller = new AbortController()
        const reason = new Error('enough')
        const onProgress = (progress: { readonly what: string }) =>
          progress.what.includes(what) && controller.abort(reason)
        const thrown = await restoreBackup({ ...made.request, signal: controller.signal, onProgress }).catch(
          (error: unknown) => error,
        )
        expect(thrown, what).to.equal(reason)
        expect(await made.left(), what).to.deep.equal(['clan.db'])
        expect([pick(made.file, MEMBERS), pick(made.file, 'PRAGMA journal_mode')]).to.deep.equal([4, journal])
      }
    }
  })

  it('that is killed leaves the database as it is, and what it leaves goes with the next one', async () => {
    for (const what of ['copied', 'bytes of the safety copy', 'bytes of database summed up']) {
      await using made = await withBackup({ journal: 'wal' })
      const { at, ...request } = made.request
      await killedProcess(`
        import { restoreBackup } from ${JSON.stringify(join(import.meta.dirname, 'restore-backup.ts'))}
        const onProgress = (progress) => {
          if (!progress.what.includes(${JSON.stringify(what)})) return
          process.stdout.write('now')
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000)
        }
        await restoreBackup({ ...${JSON.stringify(request)}, at: new Date(${JSON.stringify(at)}), onProgress })
      `)
      expect(
        (await made.left()).some((name) => name.includes('unfinished')),
        what,
      ).to.equal(true)
      expect(pick(made.file, MEMBERS)).to.equal(4)
      await restoreBackup(made.request)
      expect(await made.left(), what).to.deep.equal(ALL)
      expect([pick(made.file, MEMBERS), pick(made.safety, MEMBERS)]).to.deep.equal([3, 4])
    }
  })
})

describe('what is not restored', () => {
  it('a backup that is damaged', async () => {
    await using made = await withBackup()
    await truncate(made.backup.file, 4096)
    expect(await refusal(restoreBackup(made.request))).to.contain('The backup is damaged: it is truncated')
    expect(await made.left()).to.deep.equal(['clan.db'])
    expect(pick(made.file, MEMBERS)).to.equal(4)
  })

  it('a backup of another database', async () => {
    await using made = await withBackup()
    await rm(made.file)
    change(made.file, 'CREATE TABLE migrations (id INTEGER PRIMARY KEY); CREATE TABLE orders (id INTEGER)')
    expect(await refusal(restoreBackup(made.request))).to.contain('The backup is of another database')
    expect(pick(made.file, "SELECT count(*) FROM sqlite_schema WHERE name = 'orders'")).to.equal(1)
  })

  it('a backup of another engine', async () => {
    await using made = await withBackup()
    const database = namedDatabase('postgresql://me@nowhere/clan', '/')
    expect(await refusal(restoreBackup({ ...made.request, database }))).to.contain(
      'The backup is of SQLite, and the database is one of PostgreSQL.',
    )
  })

  it('over something that cannot be kept', async () => {
    await using made = await withBackup()
    await writeFile(made.file, 'x'.repeat(9000))
    expect(await refusal(restoreBackup(made.request))).to.match(
      /^No safety copy can be made[\s\S]*move it away/,
    )
    expect(await made.left()).to.deep.equal(['clan.db'])
  })

  it('beside what is left of another database', async () => {
    await using made = await withBackup()
    await rm(made.file)
    await writeFile(`${made.file}-wal`, 'frames')
    expect(await refusal(restoreBackup(made.request))).to.contain('What is left of another database')
  })

  for (const journal of ['delete', 'wal'] as const) {
    it(`while another process has it open and idle, with journal_mode = ${journal}`, async () => {
      await using made = await withBackup({ journal })
      await using holder = await idleHolder(made.file)
      expect(await refusal(restoreBackup(made.request))).to.match(
        new RegExp(`Somebody has the database open: process ${holder.pid} \\(node`),
      )
      expect(await made.left())
        .to.include('clan.db')
        .and.not.include(SAFETY)
      await holder[Symbol.asyncDispose]()
      await restoreBackup(made.request)
      expect(pick(made.file, MEMBERS)).to.equal(3)
    })

    it(`while this process has it open, with journal_mode = ${journal}`, async () => {
      await using made = await withBackup({ journal })
      const db = new Database(made.file)
      db.prepare(MEMBERS).get()
      const refused = await refusal(restoreBackup(made.request)).finally(() => db.close())
      expect(refused).to.contain(`Somebody has the database open: process ${process.pid}`)
      expect(pick(made.file, MEMBERS)).to.equal(4)
    })
  }

  it('when somebody opens it meanwhile, who would go on with the old file', async () => {
    await using made = await withBackup()
    let pid = 0
    const onProgress = ({ what }: { readonly what: string }) => {
      if (what !== 'bytes of the safety copy' || pid > 0) return
      pid = Number(spawnSync('sh', ['-c', 'sleep 60 <"$0" >/dev/null 2>&1 & echo $!', made.file]).stdout)
    }
    const refused = await refusal(restoreBackup({ ...made.request, onProgress })).finally(() =>
      process.kill(pid),
    )
    expect(refused).to.contain(`Somebody has the database open: process ${pid} (sleep)`)
    expect(pick(made.file, MEMBERS)).to.equal(4)
  })
})
