import { copyFile, cp, mkdir, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { temporaryFolder } from '../target/testing/temporary-folder.ts'
import type { BackupRecord } from './backup.ts'
import { createBackup } from './create-backup.ts'
import { fileChecksum } from './file-checksum.ts'
import { listBackups } from './list-backups.ts'
import { namedDatabase } from './named-database.ts'
import { change, makeClan } from './testing/clan-file.ts'
import { refusal } from './testing/refusal.ts'
import { verifyBackup } from './verify-backup.ts'

const SERVER = { server: null }

async function withBackup() {
  const folder = await temporaryFolder()
  makeClan(join(folder.path, 'clan.db'))
  const database = namedDatabase('clan.db', folder.path)
  const backups = join(folder.path, 'backups')
  const at = new Date('2025-12-22T18:00:00Z')
  const { backup } = await createBackup({ database, folder: backups, label: 'clan_data', at, ...SERVER })
  return { ...backup, backups, path: folder.path, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] }
}

type WithBackup = Awaited<ReturnType<typeof withBackup>>

/** Writes what stands beside a file as if it were right. */
async function signed(file: string, change: Partial<Record<keyof BackupRecord, unknown>>) {
  const record = JSON.parse(await readFile(`${file}.json`, 'utf8'))
  const sum = await fileChecksum(file, {})
  await writeFile(`${file}.json`, JSON.stringify({ ...record, ...sum, ...change }))
  await writeFile(`${file}.sha256`, `${sum.sha256}  name.db\n`)
}

describe('verifying a backup', () => {
  it('finds nothing wrong with one that was just made, also somewhere else', async () => {
    await using made = await withBackup()
    expect((await verifyBackup(made.file, SERVER)).unchecked).to.deep.equal([])
    await cp(made.backups, join(made.path, 'elsewhere'), { recursive: true })
    const moved = join(made.path, 'elsewhere', 'clan_data_20251222_180000.db')
    expect((await verifyBackup(moved, SERVER)).backup.record).to.deep.equal(made.record)
  })

  const cases: readonly (readonly [string, (made: WithBackup) => Promise<unknown>, string])[] = [
    ['that is not there', ({ file }) => rm(file), 'There is no such backup.'],
    ['that is a folder', ({ file }) => rm(file).then(() => mkdir(file)), 'A folder is no backup.'],
    ['without a record', ({ file }) => rm(`${file}.json`), 'The backup has no record beside it'],
    ['without a checksum', ({ file }) => rm(`${file}.sha256`), 'The backup has no checksum beside it'],
    [
      'with a record of somebody else',
      ({ file }) => writeFile(`${file}.json`, '{"a": 1}'),
      'is not its record',
    ],
    ['with a record that is cut off', ({ file }) => truncate(`${file}.json`, 40), 'it is no JSON'],
    [
      'of another version',
      ({ file }) => signed(file, { version: 2 }),
      'of version 2; this program reads version 1',
    ],
    [
      'with a record that lacks something',
      ({ file }) => signed(file, { tables: undefined }),
      'damaged: tables:',
    ],
    [
      'with a record that would repaint a terminal',
      ({ file }) => signed(file, { migration: '\u001b[2J' }),
      'damaged: migration:',
    ],
    ['that is truncated', ({ file }) => truncate(file, 8192), 'it is truncated: 8,192 bytes, where'],
    [
      'that is longer',
      async ({ file }) => writeFile(file, Buffer.concat([await readFile(file), Buffer.alloc(10)])),
      'it is longer than it was',
    ],
    [
      'with a bit that has turned',
      async ({ file }) => {
        const bytes = await readFile(file)
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20)
        await writeFile(file, bytes)
      },
      'it does not have the checksum that it was written with',
    ],
    [
      'with a checksum of another file',
      ({ file }) => writeFile(`${file}.sha256`, `${'0'.repeat(64)}  x.db\n`),
      'its checksum file says 000000000000…',
    ],
    [
      'that is not sound, and signed',
      async ({ file }) => {
        const bytes = await readFile(file)
        bytes.fill(0x5a, bytes.length - 3000)
        await writeFile(file, bytes)
        await signed(file, {})
      },
      'it is not sound',
    ],
    [
      'with other rows, and signed',
      async ({ file }) => {
        change(file, 'UPDATE wom_snapshots SET hours = hours + 1e-9 WHERE id = 7; VACUUM')
        await signed(file, {})
      },
      'it holds other values in wom_snapshots',
    ],
    [
      'with a row too few, and signed',
      async ({ file }) => {
        change(file, 'DELETE FROM by_hand WHERE note IS NULL')
        await signed(file, {})
      },
      'it holds 2 rows of by_hand, and not 3',
    ],
    [
      'without an index, and signed',
      async ({ file }) => {
        change(file, 'DROP INDEX ix_wom_snapshots_username')
        await signed(file, {})
      },
      'it has other columns, indexes',
    ],
    [
      'without a table, and signed',
      async ({ file }) => {
        change(file, 'DROP TABLE by_hand')
        await signed(file, {})
      },
      'it has no table by_hand',
    ],
    [
      'with a log beside it, which SQLite would apply',
      ({ file }) => writeFile(`${file}-wal`, 'x'),
      'it has been opened for writing: there is -wal beside it',
    ],
  ]
  for (const [what, spoil, message] of cases)
    it(`refuses one ${what}`, async () => {
      await using made = await withBackup()
      await spoil(made)
      expect(await refusal(verifyBackup(made.file, SERVER))).to.contain(message)
    })

  it('counts the rows where another version of SQLite has read them, and says so', async () => {
    await using made = await withBackup()
    const tables = made.record.tables.map((table) => ({ ...table, fingerprint: 'f'.repeat(64) }))
    await signed(made.file, { engineVersion: '3.1.4', tables })
    const { unchecked } = await verifyBackup(made.file, SERVER)
    expect(unchecked.join()).to.contain('rows were counted, and not compared: they were read by 3.1.4')
    await signed(made.file, {
      engineVersion: '3.1.4',
      tables: tables.map((table) => ({ ...table, rows: 5 })),
    })
    expect(await refusal(verifyBackup(made.file, SERVER))).to.contain('rows of by_hand, and not 5')
  })
})

describe('the list of backups', () => {
  it('has the newest first, and says what is wrong with which', async () => {
    await using made = await withBackup()
    const database = namedDatabase('clan.db', made.path)
    const later = { database, folder: made.backups, label: 'clan_data', ...SERVER }
    for (const second of [1, 1, 2])
      await createBackup({ ...later, at: new Date(`2025-12-22T18:00:0${second}Z`) })
    const named = (name: string) => join(made.backups, `clan_data_20251222_1800${name}.db`)
    await truncate(named('01_2'), 4096)
    const bytes = await readFile(named('02'))
    await writeFile(named('02'), bytes.fill(1, bytes.length - 10))
    await copyFile(join(made.path, 'clan.db'), join(made.backups, 'by_hand.db'))
    await rename(named('00'), named('99'))
    await utimes(named('99'), 0, 0)
    await writeFile(join(made.backups, 'notes.txt'), '')
    await mkdir(join(made.backups, 'folder.db'))
    const listed = await listBackups({ folder: made.backups, quick: false, ...SERVER })
    expect(listed.map(({ file, state, why }) => [file, state, why?.slice(0, 40) ?? null])).to.deep.equal([
      [join(made.backups, 'by_hand.db'), 'unusable', 'The backup has no record beside it: by_h'],
      [named('02'), 'unusable', 'The backup is damaged: it does not have '],
      [named('01_2'), 'unusable', 'The backup is damaged: it is truncated: '],
      [named('01'), 'verified', null],
      [named('99'), 'unusable', 'The backup has no record beside it: clan'],
    ])
    const quick = await listBackups({ folder: made.backups, quick: true, ...SERVER })
    expect(quick.map(({ state }) => state)).to.deep.equal([
      ...['unusable', 'whole', 'unusable', 'whole', 'unusable'],
    ])
  })

  it('needs a folder', async () => {
    await using folder = await temporaryFolder({ file: '' })
    const at = (name: string) =>
      refusal(listBackups({ folder: join(folder.path, name), quick: true, ...SERVER }))
    expect(await at('nowhere')).to.contain('It is not there')
    expect(await at('file')).to.contain('A part of the path is a file.')
  })
})
