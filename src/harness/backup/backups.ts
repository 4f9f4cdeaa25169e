import { extname } from 'node:path'
import type { Engine } from '../vocabulary/engine.ts'
import type { EngineBackups } from './engine-backups.ts'
import { postgresBackups } from './postgres/postgres-backups.ts'
import { sqliteBackups } from './sqlite/sqlite-backups.ts'

const ALL: readonly EngineBackups[] = [sqliteBackups, postgresBackups]

/** How backups of an engine's databases are made. */
export function backupsOf(engine: Engine): EngineBackups {
  const found = ALL.find((each) => each.engine === engine)
  if (found === undefined) throw new Error(`there are no backups of ${engine}`)
  return found
}

/** Whether a file is called as backups are. */
export function isCalledBackup(file: string): boolean {
  return ALL.some(({ ending }) => ending === extname(file))
}
