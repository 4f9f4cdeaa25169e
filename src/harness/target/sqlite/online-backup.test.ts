import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { leaveJournal } from '../testing/leave-journal.ts'
import { makeAccounts, restlessWriter, seeAccounts } from '../testing/restless-writer.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { onlineBackup } from './online-backup.ts'

const JOURNALS = ['wal', 'delete'] as const
const ACCOUNTS = 2000
const SMALL = { accounts: ACCOUNTS, bytesEach: 100 }
/** Several parts. */
const LARGE = { accounts: ACCOUNTS, bytesEach: 20_000 }
const WHOLE = { integrity: 'ok', total: ACCOUNTS * 1000, wrong: 0 }

/** What must not change, of a file and of everything beside it. */
async function facts(folder: string) {
  const names = (await readdir(folder)).sort()
  const each = names.map(async (name) => {
    const { size, mtimeNs, ino, mode } = await stat(join(folder, name), { bigint: true })
    const bytes = await readFile(join(folder, name))
    return { name, size, mtimeNs, ino, mode, hash: createHash('sha256').update(bytes).digest('hex') }
  })
  return Promise.all(each)
}

async function failure(promise: Promise<unknown>): Promise<StagegateError> {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof StagegateError) return error
  throw error
}

async function place(journal: 'wal' | 'delete', size = SMALL) {
  const folder = await temporaryFolder({ 'source/readme': '', 'copies/readme': '' })
  const source = join(folder.path, 'source')
  const file = join(source, 'clan data?.db')
  makeAccounts(file, { journal, ...size })
  // As if it had been written some time ago.
  await utimes(file, 1_700_000_000, 1_700_000_000)
  const copies = join(folder.path, 'copies')
  return {
    source,
    file,
    copies,
    to: join(copies, 'copy.db'),
    [Symbol.asyncDispose]: folder[Symbol.asyncDispose],
  }
}

for (const journal of JOURNALS) {
  describe(`an online backup of a database with journal_mode = ${journal}`, () => {
    it('leaves the source and what is beside it as they are', async () => {
      await using here = await place(journal)
      const before = await facts(here.source)
      await onlineBackup(here.file, here.to)
      expect(await facts(here.source)).to.deep.equal(before)
      expect(seeAccounts(here.to)).to.include({ ...WHOLE, transfers: 0 })
    })

    it('is one file without a log', async () => {
      await using here = await place(journal)
      await onlineBackup(here.file, here.to)
      const db = new Database(here.to)
      expect(db.pragma('journal_mode', { simple: true })).to.equal('delete')
      db.close()
      expect(await readdir(here.copies)).to.have.members(['readme', 'copy.db'])
    })

    it('is the same where it need not outlive a power cut', async () => {
      await using here = await place(journal, LARGE)
      await onlineBackup(here.file, here.to)
      await onlineBackup(here.file, `${here.to}.2`, { lasting: false })
      expect((await readFile(`${here.to}.2`)).equals(await readFile(here.to))).to.equal(true)
    })

    it('is of one moment, several times, while somebody commits all the time, who loses nothing', async () => {
      await using here = await place(journal, LARGE)
      await using writer = await restlessWriter(here.file)
      let transfers = 0
      for (let round = 1; round <= 5; round++) {
        const to = join(here.copies, `${round}.db`)
        await onlineBackup(here.file, to)
        const seen = seeAccounts(to)
        expect(seen).to.include(WHOLE)
        expect(seen.transfers).to.be.greaterThan(transfers)
        transfers = seen.transfers
      }
      const committed = await writer.stop()
      expect(seeAccounts(here.file)).to.include({ ...WHOLE, transfers: committed })
      // The last to close it does not always take its log away: it was being read.
      const beside = journal === 'wal' ? ['-wal', '-shm'] : []
      const possible = ['', ...beside].map((suffix) => basename(here.file) + suffix)
      expect(['readme', ...possible]).to.include.members(await readdir(here.source))
    })

    it('shows the moment that is copied to who looks meanwhile', async () => {
      await using here = await place(journal, LARGE)
      await using _writer = await restlessWriter(here.file)
      let seen: unknown
      await onlineBackup(here.file, here.to, {
        async during(db) {
          const [row] = await db.all('SELECT count(*) AS transfers FROM transfer')
          seen = row
        },
      })
      expect(seen).to.deep.equal({ transfers: seeAccounts(here.to).transfers })
    })

    it('tells how far it is', async () => {
      await using here = await place(journal, LARGE)
      const told: number[] = []
      await onlineBackup(here.file, here.to, {
        onProgress({ what, done, total }) {
          expect(what).to.equal('bytes of clan data?.db')
          told.push(done / total)
        },
      })
      expect(told[0]).to.equal(0)
      expect(told.at(-1)).to.equal(1)
      expect(told).to.deep.equal(told.toSorted((one, other) => one - other))
    })

    for (const open of [false, true]) {
      it(`leaves nothing when it is broken off, ${open ? 'with' : 'without'} a writer`, async () => {
        await using here = await place(journal, LARGE)
        await using writer = open ? await restlessWriter(here.file, { pause: 20 }) : undefined
        const before = await facts(here.source)
        const end = new AbortController()
        const reason = new Error('enough')
        const onProgress = () => end.abort(reason)
        const broken = await onlineBackup(here.file, here.to, { signal: end.signal, onProgress }).catch(
          (error: unknown) => error,
        )
        expect(broken).to.equal(reason)
        expect(await readdir(here.copies)).to.deep.equal(['readme'])
        if (writer === undefined) expect(await facts(here.source)).to.deep.equal(before)
      })
    }

    it('may be read by nobody who may not read the source, and written by its owner', async () => {
      await using here = await place(journal)
      await chmod(here.file, 0o440)
      await onlineBackup(here.file, here.to)
      expect((await stat(here.to)).mode & 0o777).to.equal(0o640)
    })

    it('leaves nothing when who looks meanwhile fails', async () => {
      await using here = await place(journal)
      const during = () => Promise.reject(new Error('seen too much'))
      const error = await onlineBackup(here.file, here.to, { during }).catch(
        (thrown: Error) => thrown.message,
      )
      expect(error).to.equal('seen too much')
      expect(await readdir(here.copies)).to.deep.equal(['readme'])
    })

    it('reads out of a folder that nobody may write to', async () => {
      await using here = await place(journal)
      await chmod(here.file, 0o444)
      await chmod(here.source, 0o555)
      await onlineBackup(here.file, here.to)
      expect(seeAccounts(here.to)).to.include(WHOLE)
    })

    it('follows a link to what lies beside the file itself', async () => {
      await using here = await place(journal)
      await using _writer = await restlessWriter(here.file, { pause: 1 })
      await symlink(here.file, join(here.copies, 'link.db'))
      await onlineBackup(join(here.copies, 'link.db'), here.to)
      expect(seeAccounts(here.to).transfers).to.be.greaterThan(0)
      expect(await readdir(here.copies)).to.have.members(['readme', 'link.db', 'copy.db'])
    })

    it('says that the disk is full, and leaves nothing there', async (test) => {
      await using here = await place(journal, LARGE)
      const disk = smallDisk(here.copies)
      if (disk === undefined) return test.skip('needs the right to mount a tmpfs')
      try {
        const error = await failure(onlineBackup(here.file, here.to))
        expect(error.text.what).to.match(/^The disk is full/)
        expect(error.text.where).to.equal(here.to)
        expect(await readdir(here.copies)).to.deep.equal([])
      } finally {
        disk.unmount()
      }
    })
  })
}

describe('an online backup', () => {
  it('has everything that a killed writer committed to its log, and leaves that log as it is', async () => {
    await using here = await place('wal')
    {
      await using writer = await restlessWriter(here.file)
      await writer.kill()
    }
    const before = await facts(here.source)
    expect(before.map(({ name }) => name)).to.include('clan data?.db-wal')
    await onlineBackup(here.file, here.to)
    expect(await facts(here.source)).to.deep.equal(before)
    expect(seeAccounts(here.to)).to.include(WHOLE)
    expect(seeAccounts(here.to).transfers).to.be.greaterThan(0)
  })

  it('refuses a journal that a killed writer left: undoing it would be writing', async () => {
    await using here = await place('delete')
    leaveJournal(here.file, 'BEGIN; UPDATE account SET balance = balance + 1, ballast = randomblob(3000)')
    const before = await facts(here.source)
    expect(before.map(({ name }) => name)).to.include('clan data?.db-journal')
    const error = await failure(onlineBackup(here.file, here.to))
    expect(error.text.what).to.match(/^A transaction was broken off/)
    expect(await facts(here.source)).to.deep.equal(before)
    expect(await readdir(here.copies)).to.deep.equal(['readme'])
  })

  it('refuses a log whose index is not there', async () => {
    await using here = await place('wal')
    await writeFile(`${here.file}-wal`, 'something')
    const error = await failure(onlineBackup(here.file, here.to))
    expect(error.text.what).to.match(/^A write-ahead log lies beside/)
    expect(await readdir(here.source)).to.have.length(3)
  })

  it('begins anew when somebody writes to a database with a log that nobody had open', async () => {
    await using here = await place('wal')
    let looks = 0
    await onlineBackup(here.file, here.to, {
      async during() {
        looks += 1
        // In a process of its own, as two libraries in one process take each other's locks away.
        if (looks === 1) execFileSync(process.execPath, ['-e', ONE_TRANSFER, here.file])
      },
    })
    expect(looks).to.equal(2)
    expect(seeAccounts(here.to)).to.include({ ...WHOLE, transfers: 1 })
  })

  it('writes over nobody’s file', async () => {
    await using here = await place('delete')
    await writeFile(here.to, 'precious')
    const error = await failure(onlineBackup(here.file, here.to))
    expect(error.text.what).to.match(/^There is a file already/)
    expect(await readFile(here.to, 'utf8')).to.equal('precious')
  })

  it('says that there is no folder for the copy', async () => {
    await using here = await place('delete')
    const error = await failure(onlineBackup(here.file, join(here.copies, 'none', 'copy.db')))
    expect(error.text.what).to.equal('There is no folder for the copy.')
  })
})

const ONE_TRANSFER = `
  const db = new (require('better-sqlite3'))(process.argv[1])
  db.exec('INSERT INTO transfer VALUES (1, 1, 1, 5)')
  db.close()`

function smallDisk(folder: string): { unmount(): void } | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return { unmount: () => execFileSync('umount', [folder]) }
}
