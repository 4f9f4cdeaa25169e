import type { BackupPort } from '../src/cli/backup-port.ts'
import { createBackup } from '../src/harness/backup/create-backup.ts'
import { databaseSize } from '../src/harness/backup/database-size.ts'
import { listBackups } from '../src/harness/backup/list-backups.ts'
import { namedDatabase } from '../src/harness/backup/named-database.ts'
import { planRestore, restoreBackup } from '../src/harness/backup/restore-backup.ts'
import { verifyBackup } from '../src/harness/backup/verify-backup.ts'

/** Connects the command line with the backups. */
export const backups: BackupPort = {
  create: (request) => createBackup(named(request)),
  verify: verifyBackup,
  plan: (request) => planRestore(named(request)),
  restore: (request) => restoreBackup(named(request)),
  list: listBackups,
  size: (database, cwd) => databaseSize(namedDatabase(database, cwd)),
}

function named<R extends { readonly database: string; readonly cwd: string }>({ cwd, ...request }: R) {
  return { ...request, database: namedDatabase(request.database, cwd) }
}
