import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { backupsOf } from './backups.ts'
import type { DatabaseSize, NamedDatabase } from './engine-backups.ts'

/** What a database takes, and how many rows its tables have. @throws StagegateError where there is none */
export async function databaseSize(database: NamedDatabase): Promise<DatabaseSize> {
  const found = await backupsOf(database.address.engine).look(database)
  if (found !== null) return found
  throw new StagegateError({
    what: 'There is no such database.',
    where: database.location,
    cause: 'A misspelt name, or another folder.',
    next: 'Name one that is there.',
  })
}
