import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { listBackups } from '../../src/harness/backup/list-backups.ts'
import { namedDatabase } from '../../src/harness/backup/named-database.ts'
import { makeClan } from '../../src/harness/backup/testing/clan-file.ts'
import { temporaryFolder } from '../../src/harness/target/testing/temporary-folder.ts'
import { killRounds } from './kill-rounds.ts'
import type { SoakResult } from './soak-part.ts'
import { startVictim } from './start-victim.ts'

const SIZE = { snapshots: 1000, bytesEach: 4000 }

/** Kills `backup create`: there is a whole backup or none, the source is as it was, and what is left goes with the next list. */
export async function createRounds(rounds: number, seed: number): Promise<SoakResult> {
  await using folder = await temporaryFolder({ 'data/readme': '' })
  const [data, backups] = [join(folder.path, 'data'), join(folder.path, 'backups')]
  const file = join(data, 'clan.db')
  makeClan(file, { ...SIZE, journal: 'wal' })
  const before = await contentOf(data)
  const request = { database: namedDatabase(file, '/'), folder: backups, label: 'clan_data', server: null }
  return await killRounds(
    {
      start: () => startVictim('create', { ...request, at: new Date() }),
      names: { near: { folder: backups, ending: '.json' }, last: { folder: backups, ending: '.db' } },
      async reset() {
        await rm(backups, { recursive: true, force: true })
        await mkdir(backups)
      },
      look: async (end) => {
        const listed = await listBackups({ folder: backups, quick: false, server: null })
        return {
          state: listed.length === 0 ? 'left none' : 'left a whole backup',
          wrong: [
            ...listed
              .filter(({ state }) => state !== 'verified')
              .map(({ why }) => `one is no backup: ${why}`),
            ...(listed.length > 1 ? ['there are several'] : []),
            ...(end === 'done' && listed.length === 0 ? ['it was done, and there is none'] : []),
            ...leftIn(await readdir(backups), listed.length),
            ...((await contentOf(data)) === before ? [] : ['the source has changed']),
          ],
        }
      },
    },
    rounds,
    seed,
  )
}

function leftIn(names: readonly string[], backups: number): readonly string[] {
  const EACH = 3
  return names.length === backups * EACH ? [] : [`there is more left: ${names.join(', ')}`]
}

/** Every file of a folder, byte by byte. */
async function contentOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(folder)).sort())
    hash.update(name).update(await readFile(join(folder, name)))
  return hash.digest('hex')
}
