import { findTools } from '../../target/postgres/tools/find-tools.ts'
import type { BackupRecord } from '../backup.ts'
import type { Checked, CheckOptions } from '../engine-backups.ts'
import { damaged } from '../read-backup.ts'
import { checkingServer } from './checking-server.ts'
import { fromTexts } from './database-settings.ts'
import { readThrough } from './read-through.ts'
import { RECORD_KEYS } from './record-keys.ts'
import { restoreDump } from './restore-dump.ts'
import { unlikeRestored } from './unlike-restored.ts'
import { whyWithoutRoles } from './why-without-roles.ts'

/**
 * Restores a dump into a database of ours and compares that with the record; without a server, it is only read to its
 * end.
 * @throws StagegateError with the first difference
 */
export async function checkDump(file: string, record: BackupRecord, options: CheckOptions): Promise<Checked> {
  const least = Number(record.settings[RECORD_KEYS.dumpedBy])
  const found = await checkingServer(options.server, least, null)
  if (found.server === null) {
    await readThrough(await findTools({ least }), file, options)
    return { unchecked: [`objects and rows: ${found.why}`] }
  }
  await using server = found.server
  const tools = await findTools({ least, most: found.major })
  const without = await whyWithoutRoles(server, fromTexts(record))
  const of = record.database.split('/').at(-1) ?? ''
  const dump = { file, of, record, withRoles: without === null }
  await using restored = await restoreDump(server, tools, dump, options)
  const { difference, unchecked } = await unlikeRestored(restored.address, record, without, options)
  if (difference !== null) throw damaged(`it ${difference}`, file)
  return { unchecked }
}
