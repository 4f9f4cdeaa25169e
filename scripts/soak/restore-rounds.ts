import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBackup } from '../../src/harness/backup/create-backup.ts'
import { listBackups } from '../../src/harness/backup/list-backups.ts'
import { namedDatabase } from '../../src/harness/backup/named-database.ts'
import { restoreBackup } from '../../src/harness/backup/restore-backup.ts'
import { change, makeClan } from '../../src/harness/backup/testing/clan-file.ts'
import { type TemporaryFolder, temporaryFolder } from '../../src/harness/target/testing/temporary-folder.ts'
import { killRounds } from './kill-rounds.ts'
import type { SoakResult } from './soak-part.ts'
import { startVictim } from './start-victim.ts'

const SIZE = { snapshots: 1000, bytesEach: 2000 }
const SERVER = { server: null }

/**
 * Kills `backup restore`: the database is whole in its old or its new state, every backup is whole, and the next restore
 * goes through and leaves nothing. By turns the database has a log with something in it, and none.
 */
export async function restoreRounds(rounds: number, seed: number): Promise<SoakResult> {
  await using folder = await temporaryFolder()
  const [data, backups] = [join(folder.path, 'data'), join(folder.path, 'backups')]
  const file = join(data, 'clan.db')
  const { backup, old, restored } = await prepare(folder, file, backups)
  const request = { file: backup, database: namedDatabase(file, '/'), ...SERVER }
  return await killRounds(
    {
      start: () => startVictim('restore', { ...request, at: new Date() }),
      // The safety copy is the last thing before the exchange.
      names: { near: { folder: backups, ending: '.sha256' }, last: { folder: data, ending: 'clan.db' } },
      async reset(round) {
        for (const name of await readdir(backups)) {
          if (name.includes('before_restore')) await rm(join(backups, name))
        }
        await rm(data, { recursive: true, force: true })
        await cp(join(folder.path, round % 4 < 2 ? 'old-wal' : 'old-delete'), data, { recursive: true })
      },
      async look(end) {
        // SQLite finishes or undoes what was broken off when it opens a file: the next restore has to do without.
        const probe = join(folder.path, 'probe')
        await rm(probe, { recursive: true, force: true })
        await cp(data, probe, { recursive: true })
        const state = stateOf(join(probe, 'clan.db'))
        return {
          state: state === old ? 'left the old state' : 'left the new one',
          wrong: [
            ...(state === old || state === restored ? [] : [`the database is in a third state: ${state}`]),
            ...(end === 'done' && state !== restored ? ['it was done, and the database is as it was'] : []),
            ...(await wrongAfter(request, data, backups, restored)),
          ],
        }
      },
    },
    rounds,
    seed,
  )
}

/** Restores once more, and looks at what is there then. */
async function wrongAfter(
  request: Omit<Parameters<typeof restoreBackup>[0], 'at'>,
  data: string,
  backups: string,
  restored: string,
): Promise<readonly string[]> {
  await restoreBackup({ ...request, at: new Date() })
  const listed = await listBackups({ folder: backups, quick: false, ...SERVER })
  const left = [...(await readdir(data)), ...(await readdir(backups))].filter((name) => name.startsWith('.'))
  return [
    ...(stateOf(request.database.location) === restored ? [] : ['the next restore did not restore']),
    ...listed
      .filter(({ state }) => state !== 'verified')
      .map(({ file, why }) => `${file} is no backup: ${why}`),
    ...left.map((name) => `${name} is left`),
  ]
}

/** A backup, and the database in another state: with a log that holds a part of it, and without. */
async function prepare(folder: TemporaryFolder, file: string, backups: string) {
  await mkdir(join(folder.path, 'data'))
  makeClan(file, SIZE)
  const restored = stateOf(file)
  const database = namedDatabase(file, '/')
  const { backup } = await createBackup({
    database,
    folder: backups,
    label: 'clan_data',
    at: new Date(),
    ...SERVER,
  })
  change(file, "DELETE FROM wom_snapshots WHERE id % 3 = 0; INSERT INTO clan_members VALUES ('new', NULL)")
  await cp(join(folder.path, 'data'), join(folder.path, 'old-delete'), { recursive: true })
  change(file, "PRAGMA journal_mode = WAL; DELETE FROM clan_members WHERE username = 'new'")
  const db = new Database(file)
  db.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO clan_members VALUES ('new', NULL)")
  // While it is open the log is there, and holds the last row.
  await cp(join(folder.path, 'data'), join(folder.path, 'old-wal'), { recursive: true })
  db.close()
  return { backup: backup.file, old: stateOf(file), restored }
}

/** Everything in a database, as SQLite reads it with whatever stands beside it; what is wrong with it where it is not sound. */
function stateOf(file: string): string {
  const db = new Database(file)
  try {
    const integrity = String(db.pragma('integrity_check', { simple: true }))
    if (integrity !== 'ok') return integrity
    const pick = (sql: string) => db.prepare(sql).raw().all()
    const rows = [
      ...pick('SELECT name, sql FROM sqlite_schema ORDER BY name'),
      ...pick('SELECT id, username, hours, hex(raw_data) FROM wom_snapshots ORDER BY id'),
      ...pick('SELECT username, role FROM clan_members ORDER BY rowid'),
      ...pick('SELECT note FROM by_hand ORDER BY rowid'),
    ]
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  } finally {
    db.close()
  }
}
