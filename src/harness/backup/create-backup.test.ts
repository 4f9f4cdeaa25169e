import { watch } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { killedProcess } from '../target/testing/killed-process.ts'
import { makeAccounts, restlessWriter, seeAccounts } from '../target/testing/restless-writer.ts'
import { type TemporaryFolder, temporaryFolder } from '../target/testing/temporary-folder.ts'
import { createBackup } from './create-backup.ts'
import { listBackups } from './list-backups.ts'
import { namedDatabase } from './named-database.ts'
import { change, makeClan, pick } from './testing/clan-file.ts'
import { refusal } from './testing/refusal.ts'
import { verifyBackup } from './verify-backup.ts'

const AT = new Date('2025-12-22T18:00:00.500Z')
const NAME = 'clan_data_20251222_180000.db'

function request(folder: TemporaryFolder, file = 'clan.db') {
  const database = namedDatabase(file, folder.path)
  return { database, folder: join(folder.path, 'backups'), label: 'clan_data', at: AT, server: null }
}

async function withClan(options: Parameters<typeof makeClan>[1] = {}) {
  const folder = await temporaryFolder()
  makeClan(join(folder.path, 'clan.db'), options)
  return folder
}

describe('creating a backup', () => {
  for (const journal of ['delete', 'wal'] as const) {
    it(`makes a file with its record and its checksum, of a database with journal_mode = ${journal}`, async () => {
      await using folder = await withClan({ journal })
      const { backup, unchecked } = await createBackup(request(folder))
      expect(backup.file).to.equal(join(folder.path, 'backups', NAME))
      expect((await readdir(join(folder.path, 'backups'))).sort()).to.deep.equal([
        ...[NAME, `${NAME}.json`, `${NAME}.sha256`],
      ])
      expect((await readdir(folder.path)).sort()).to.deep.equal(['backups', 'clan.db'])
      const { record } = backup
      expect(record).to.deep.include({
        engine: 'sqlite',
        database: join(folder.path, 'clan.db'),
        createdAt: AT.toISOString(),
        bytes: (await stat(backup.file)).size,
        migration: 'DedupSnapshots',
        settings: { journal_mode: journal },
      })
      expect(record.tables.map(({ name, rows }) => [name, rows])).to.deep.equal([
        ...[
          ['by_hand', 3],
          ['clan_members', 3],
          ['migrations', 2],
          ['wom_snapshots', 300],
        ],
      ])
      for (const { fingerprint } of record.tables) expect(fingerprint).to.match(/^[0-9a-f]{64}$/)
      expect(JSON.parse(await readFile(`${backup.file}.json`, 'utf8'))).to.deep.equal(record)
      expect(await readFile(`${backup.file}.sha256`, 'utf8')).to.equal(`${record.sha256}  ${NAME}\n`)
      expect(unchecked).to.deep.equal([])
      expect(pick(backup.file, 'PRAGMA journal_mode')).to.equal('delete')
    })
  }

  it('gives every one a name of its own, also of two at once', async () => {
    await using folder = await withClan()
    const made = await Promise.all([1, 2, 3, 4].map(() => createBackup(request(folder))))
    const names = ['', '_2', '_3', '_4'].map((place) => `clan_data_20251222_180000${place}.db`)
    expect(made.map(({ backup }) => backup.file).sort()).to.deep.equal(
      names.map((name) => join(folder.path, 'backups', name)).sort(),
    )
    for (const { backup } of made) await verifyBackup(backup.file, { server: null })
    expect(new Set(made.map(({ backup }) => backup.record.id)).size).to.equal(4)
  })

  for (const ending of ['', '.json', '.sha256']) {
    it(`leaves a file that is called ${NAME}${ending} alone`, async () => {
      await using folder = await withClan()
      const foreign = join(folder.path, 'backups', `${NAME}${ending}`)
      await mkdir(join(folder.path, 'backups'))
      await writeFile(foreign, 'of somebody else')
      const { backup } = await createBackup(request(folder))
      expect(backup.file).to.match(/_2\.db$/)
      expect(await readFile(foreign, 'utf8')).to.equal('of somebody else')
      expect((await readdir(join(folder.path, 'backups'))).length).to.equal(4)
    })
  }

  it('gives the file its name after its record and its checksum have theirs', async () => {
    await using folder = await withClan()
    const backups = join(folder.path, 'backups')
    await mkdir(backups)
    const seen: string[] = []
    const watcher = watch(backups)
    const atTheEnd = new Promise<void>((resolve) => {
      watcher.on('change', (_event, name) => {
        if (name === 'end') resolve()
        else if (String(name).startsWith('clan_data') && !seen.includes(String(name))) seen.push(String(name))
      })
    })
    try {
      await createBackup(request(folder))
      // What happens in a folder is told in its order.
      await writeFile(join(backups, 'end'), '')
      await atTheEnd
    } finally {
      watcher.close()
    }
    expect(seen).to.deep.equal([`${NAME}.json`, `${NAME}.sha256`, NAME])
  })

  it('keeps what breaks a rule of its table', async () => {
    await using folder = await withClan()
    change(
      join(folder.path, 'clan.db'),
      'CREATE TABLE ruled (n INTEGER CHECK (n > 5)); PRAGMA ignore_check_constraints = ON; INSERT INTO ruled VALUES (1)',
    )
    const { backup } = await createBackup(request(folder))
    expect(pick(backup.file, 'SELECT n FROM ruled')).to.equal(1)
  })

  it('is of one moment while somebody writes', async () => {
    for (const journal of ['wal', 'delete'] as const) {
      await using folder = await temporaryFolder()
      const file = join(folder.path, 'clan.db')
      makeAccounts(file, { journal, accounts: 500, bytesEach: 2000 })
      await using writer = await restlessWriter(file, { pause: 1 })
      const { backup } = await createBackup(request(folder))
      await writer.stop()
      expect(seeAccounts(backup.file)).to.deep.include({ integrity: 'ok', total: 500_000, wrong: 0 })
    }
  })

  it('may be read by those who may read the database', async () => {
    await using folder = await withClan()
    await chmod(join(folder.path, 'clan.db'), 0o640)
    const { backup } = await createBackup(request(folder))
    expect((await stat(backup.file)).mode & 0o777).to.equal(0o640)
  })

  it('that is broken off leaves nothing', async () => {
    await using folder = await withClan()
    for (const what of ['bytes of', 'tables read: wom', 'summed up']) {
      const controller = new AbortController()
      const reason = new Error('enough')
      const broken = createBackup({
        ...request(folder),
        signal: controller.signal,
        onProgress: (progress) => progress.what.includes(what) && controller.abort(reason),
      })
      const thrown = await broken.then(
        () => null,
        (error: Error) => error,
      )
      expect(thrown, what).to.equal(reason)
      expect(await readdir(join(folder.path, 'backups'))).to.deep.equal([])
    }
  })

  it('that is killed leaves nothing that looks like a backup, and what it leaves goes with the next one', async () => {
    await using folder = await withClan()
    const backups = join(folder.path, 'backups')
    for (const what of ['bytes of clan.db', 'tables read', 'summed up']) {
      await killedProcess(`
        import { createBackup } from ${JSON.stringify(join(import.meta.dirname, 'create-backup.ts'))}
        const { at, ...request } = ${JSON.stringify(request(folder))}
        const onProgress = (progress) => {
          if (!progress.what.includes(${JSON.stringify(what)})) return
          process.stdout.write('now\\n')
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000)
        }
        await createBackup({ ...request, at: new Date(at), onProgress })
      `)
      const [left = '', ...others] = await readdir(backups)
      expect([left.startsWith('.stagegate-unfinished-'), others]).to.deep.equal([true, []])
      expect(await listBackups({ folder: backups, quick: false, server: null })).to.deep.equal([])
      expect(await readdir(backups)).to.deep.equal([])
    }
    await createBackup(request(folder))
    expect((await readdir(backups)).length).to.equal(3)
  })
})

describe('what cannot be backed up', () => {
  const refused = async (change: (folder: TemporaryFolder) => Promise<unknown>, label = 'clan_data') => {
    await using folder = await withClan()
    await change(folder)
    const message = await refusal(createBackup({ ...request(folder), label }))
    const left = await readdir(join(folder.path, 'backups')).catch(() => [])
    expect(left.filter((name) => name.includes('unfinished') || name.startsWith('clan_data'))).to.deep.equal(
      [],
    )
    return message
  }
  const at = (folder: TemporaryFolder) => join(folder.path, 'clan.db')

  it('a database that is not there', async () => {
    expect(await refused((folder) => rm(at(folder)))).to.contain('There is no such database.')
  })

  it('a folder', async () => {
    expect(
      await refused(async (folder) => {
        await rm(at(folder))
        await mkdir(at(folder))
      }),
    ).to.contain('This is a directory')
  })

  it('a file of another kind', async () => {
    expect(await refused((folder) => writeFile(at(folder), 'x'.repeat(9000)))).to.match(
      /[Nn]o SQLite database|is no database/,
    )
  })

  it('a database that is damaged', async () => {
    const message = await refused(async (folder) => {
      const bytes = await readFile(at(folder))
      bytes.fill(0x5a, bytes.length - 3000)
      await writeFile(at(folder), bytes)
    })
    expect(message).to.match(/damaged|not sound/)
  })

  it('a database of which only an index is damaged, so that all rows can be read', async () => {
    const message = await refused(async (folder) => {
      const page = Number(
        pick(at(folder), "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND name LIKE 'ix%'"),
      )
      const bytes = await readFile(at(folder))
      // The first cell of an index's page lies at its end.
      bytes.write('zzz', page * 4096 - 8)
      await writeFile(at(folder), bytes)
    })
    expect(message).to.contain('What was copied cannot be kept as a backup: it is not sound')
  })

  it('into a file', async () => {
    expect(await refused((folder) => writeFile(join(folder.path, 'backups'), ''))).to.contain(
      'Backups go to a folder',
    )
  })

  it('under a name that is a path', async () => {
    expect(await refused(async () => {}, '../clan')).to.contain('cannot be called "../clan"')
  })
})
