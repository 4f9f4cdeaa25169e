import { chmod, stat } from 'node:fs/promises'
import type { Address } from '../../target/address.ts'
import { onlineBackup } from '../../target/sqlite/online-backup.ts'
import type { BackupContents } from '../backup.ts'
import type { EngineBackups } from '../engine-backups.ts'
import { damaged } from '../read-backup.ts'
import { attentive } from './attentive.ts'
import { checkFile } from './check-file.ts'
import { lookAtFile } from './look-at-file.ts'
import { readContents } from './read-contents.ts'
import { refuseUnlike } from './refuse-unlike.ts'
import { replaceFile } from './replace-file.ts'

/** Who may not read a database may not read its backups either. */
const READING_AND_WRITING = 0o666

/** Backups of files of SQLite are files of SQLite, without a log beside them. */
export const sqliteBackups: EngineBackups = {
  engine: 'sqlite',
  ending: '.db',
  look: async ({ address }, recover = false) => lookAtFile(fileOf(address), recover),
  async take({ address }, file, options) {
    const { onProgress, signal } = options
    let contents: BackupContents | undefined
    await onlineBackup(fileOf(address), file, {
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
      during: async (db) => {
        contents = await readContents(attentive(db, signal), onProgress)
      },
    })
    if (contents === undefined) throw new Error('nobody has looked at the database while it was copied')
    await chmod(file, (await stat(fileOf(address))).mode & READING_AND_WRITING)
    return { ...contents, unchecked: await refuseUnlike(file, contents, options) }
  },
  async check(file, record, options) {
    const { fault, unchecked } = await checkFile(file, record, options)
    if (fault !== null) throw damaged(`it ${fault}`, file)
    return { unchecked }
  },
  replace: ({ address }, replacement) => replaceFile(fileOf(address), replacement),
}

function fileOf(address: Address): string {
  if (address.engine === 'sqlite') return address.file
  throw new Error(`SQLite was given a database of ${address.engine}`)
}
