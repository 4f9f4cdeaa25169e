import type { Address } from '../../target/address.ts'
import type { EngineBackups } from '../engine-backups.ts'
import { damaged } from '../read-backup.ts'
import { checkFile } from './check-file.ts'
import { lookAtFile } from './look-at-file.ts'
import { replaceFile } from './replace-file.ts'
import { takeFile } from './take-file.ts'

/** Backups of files of SQLite are files of SQLite, without a log beside them. */
export const sqliteBackups: EngineBackups = {
  engine: 'sqlite',
  ending: '.db',
  look: async ({ address }, recover = false) => lookAtFile(fileOf(address), recover),
  take: async ({ address }, file, options) => takeFile(fileOf(address), file, options),
  async check(file, record, options) {
    const { fault, unchecked } = await checkFile(file, record, options)
    if (fault !== null) throw damaged(`it ${fault}`, file)
    return { unchecked }
  },
  replace: async ({ address }, replacement) => replaceFile(fileOf(address), replacement),
}

function fileOf(address: Address): string {
  if (address.engine === 'sqlite') return address.file
  throw new Error(`SQLite was given a database of ${address.engine}`)
}
