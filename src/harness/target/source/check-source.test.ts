import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, open, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { checkFile } from '../sqlite/check-file.ts'
import { leaveJournal } from '../testing/leave-journal.ts'
import { makeAccounts, restlessWriter } from '../testing/restless-writer.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { checkSource } from './check-source.ts'

async function place(journal: 'wal' | 'delete' = 'delete') {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'clan.db')
  makeAccounts(file, { journal, accounts: 50, bytesEach: 1000 })
  return { cwd: folder.path, file, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] }
}

async function refusal(named: string, cwd: string): Promise<StagegateError> {
  const before = await readdir(cwd)
  const error = await checkSource(named, { cwd, env: {} }).catch((thrown: unknown) => thrown)
  if (!(error instanceof StagegateError)) throw error
  expect(error.text).to.include.all.keys('what', 'where', 'cause', 'next')
  // It makes nothing, and leaves nothing.
  expect(await readdir(cwd)).to.deep.equal(before)
  return error
}

async function overwrite(file: string, at: number, bytes: Buffer | readonly number[]): Promise<void> {
  await using handle = await open(file, 'r+')
  await handle.write(Buffer.from(bytes), 0, bytes.length, at)
}

const OPENING = `
  const db = new (require('better-sqlite3'))(process.argv[1])
  db.exec('BEGIN EXCLUSIVE')
  console.log('locked')
  setInterval(() => {}, 1000)`

describe('checkSource', () => {
  it('gives a file as it was named, where it is, and what it takes', async () => {
    await using here = await place()
    expect(await checkSource('./clan.db', { cwd: here.cwd })).to.deep.equal({
      engine: 'sqlite',
      location: './clan.db',
      address: { engine: 'sqlite', file: here.file },
      bytes: (await stat(here.file)).size,
    })
  })

  it('follows a link', async () => {
    await using here = await place()
    await symlink(here.file, join(here.cwd, 'link.db'))
    const source = await checkSource('link.db', { cwd: here.cwd })
    expect(source.address).to.deep.equal({ engine: 'sqlite', file: here.file })
  })

  it('takes what is in the write-ahead log only as a part of it', async () => {
    await using here = await place('wal')
    await using writer = await restlessWriter(here.file)
    await writer.kill()
    await using handle = await open(here.file, 'r')
    const { buffer } = await handle.read(Buffer.alloc(100), 0, 100, 0)
    // The database is larger than its file as soon as the log holds new pages.
    const pages = buffer.readUInt32BE(28)
    const { bytes } = await checkSource(here.file)
    expect(bytes).to.be.at.least(pages * 4096)
  })

  const NAMES: readonly [title: string, named: string, what: RegExp][] = [
    ['no such file', 'clam.db', /^There is no such database/],
    ['a part of a path that is a file', 'clan.db/clan.db', /^There is no such database/],
    ['a directory', '.', /^This is a directory/],
    ['nothing', ' ', /^The name of the database is empty/],
    ['another kind of URL', 'mysql://root:secret@host/clan', /of no kind of database/],
  ]
  for (const [title, named, what] of NAMES) {
    it(`refuses ${title}`, async () => {
      await using here = await place()
      const error = await refusal(named, here.cwd)
      expect(error.text.what).to.match(what)
      expect(error.message).not.to.contain('secret')
    })
  }

  const CONTENTS: readonly [title: string, bytes: Buffer, what: RegExp][] = [
    ['an empty file', Buffer.alloc(0), /^The file is empty/],
    [
      'another kind of file',
      Buffer.from('BEGIN; CREATE TABLE t (a);'.repeat(300)),
      /^This is no SQLite database/,
    ],
    ['a few bytes', Buffer.from('x'), /^This is no SQLite database/],
    ['noise', randomBytes(8192), /encrypted/],
    ['a compressed file', gzipSync(randomBytes(8192)), /compressed/],
    ['a header that ends early', Buffer.from('SQLite format 3\0\x10\0'), /cut off: it has 18 bytes/],
  ]
  for (const [title, bytes, what] of CONTENTS) {
    it(`refuses ${title}`, async () => {
      await using here = await place()
      await writeFile(here.file, bytes)
      expect((await refusal('clan.db', here.cwd)).text.what).to.match(what)
    })
  }

  const CHANGES: readonly [title: string, at: number, bytes: readonly number[], what: RegExp][] = [
    ['a newer file format', 19, [3], /has file format 3/],
    ['a newer file format to write', 18, [3], /has file format 3/],
    ['a newer schema format', 44, [0, 0, 0, 5], /has schema format 5/],
    ['pages of an odd size', 16, [0x10, 0x01], /no pages of 4097 bytes/],
    ['a schema that cannot be read', 100, new Array(200).fill(0xff), /^The database is damaged/],
  ]
  for (const [title, at, bytes, what] of CHANGES) {
    it(`refuses ${title}`, async () => {
      await using here = await place()
      await overwrite(here.file, at, bytes)
      expect((await refusal('clan.db', here.cwd)).text.what).to.match(what)
    })
  }

  for (const journal of ['delete', 'wal'] as const) {
    it(`refuses a file that is cut off, with journal_mode = ${journal}`, async () => {
      await using here = await place(journal)
      const { size } = await stat(here.file)
      await truncate(here.file, size - 5000)
      const { what } = (await refusal('clan.db', here.cwd)).text
      expect(what).to.equal(
        `The database is cut off: it has ${size - 5000} bytes, and its header says ${size}.`,
      )
    })

    it(`refuses a file that may not be read, with journal_mode = ${journal}`, async (test) => {
      if (process.getuid?.() !== 0) return test.skip('needs root, to become somebody else')
      await using here = await place(journal)
      await chmod(here.file, 0o600)
      await chmod(here.cwd, 0o755)
      process.seteuid?.(65534)
      try {
        expect((await refusal('clan.db', here.cwd)).text.what).to.equal('The database may not be read.')
      } finally {
        process.seteuid?.(0)
      }
    })
  }

  it('reads what only others may write', async (test) => {
    if (process.getuid?.() !== 0) return test.skip('needs root, to become somebody else')
    await using here = await place('wal')
    await using _writer = await restlessWriter(here.file, { pause: 1 })
    await chmod(here.cwd, 0o755)
    process.seteuid?.(65534)
    try {
      expect(await checkSource(here.file)).to.have.property('bytes')
    } finally {
      process.seteuid?.(0)
    }
  })

  it('refuses a pipe, which it does not wait for', async () => {
    await using here = await place()
    const made = spawn('mkfifo', [join(here.cwd, 'pipe.db')])
    await once(made, 'exit')
    expect((await refusal('pipe.db', here.cwd)).text.what).to.equal('This is no ordinary file.')
  })

  it('refuses a transaction that was broken off, and leaves its journal', async () => {
    await using here = await place()
    leaveJournal(here.file, 'BEGIN; UPDATE account SET ballast = randomblob(3000)')
    const before = await readFile(`${here.file}-journal`)
    expect((await refusal('clan.db', here.cwd)).text.what).to.match(/^A transaction was broken off/)
    expect(await readFile(`${here.file}-journal`)).to.deep.equal(before)
  })

  it('waits for a lock, and says that it stayed', async () => {
    await using here = await place()
    const holder = spawn(process.execPath, ['-e', OPENING, here.file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await once(holder.stdout, 'data')
      const error = await checkFile(here.file, 'clan.db', 100).catch((thrown: unknown) => thrown)
      expect((error as StagegateError).text.what).to.equal('The database is locked, and stayed so.')
      const waiting = checkFile(here.file, 'clan.db')
      holder.kill('SIGKILL')
      expect(await waiting).to.have.property('file', here.file)
    } finally {
      holder.kill('SIGKILL')
    }
  })

  it('asks the server that a URL names', async () => {
    await using here = await place()
    const error = await refusal('postgresql://me:secret@127.0.0.1:1/clan', here.cwd)
    expect(error.text.what).to.equal('There is no PostgreSQL server to be reached.')
    expect(error.message).not.to.contain('secret')
  })
})

describe('a database that is looked at', () => {
  for (const journal of ['delete', 'wal'] as const) {
    it(`stays as it is, with journal_mode = ${journal}`, async () => {
      await using here = await place(journal)
      const before = await stat(here.file, { bigint: true })
      const files = await readdir(here.cwd)
      await checkSource(here.file)
      const { mtimeNs, ctimeNs } = await stat(here.file, { bigint: true })
      expect({ mtimeNs, ctimeNs }).to.deep.equal({ mtimeNs: before.mtimeNs, ctimeNs: before.ctimeNs })
      expect(await readdir(here.cwd)).to.deep.equal(files)
    })
  }
})
