import { access, constants, lstat, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { explainDisk } from '../explain-disk.ts'

/** Where a backup is to be restored. */
export interface Place {
  /** Behind every link: a link stays, and leads to the new file. */
  readonly file: string
  readonly folder: string
  /** Whom the file belongs to and who may do what with it; null where there is no file yet. */
  readonly owner: { readonly uid: number; readonly gid: number; readonly mode: number } | null
}

const PERMISSIONS = 0o7777

/** @throws StagegateError where nothing can be restored there */
export async function placeOf(named: string): Promise<Place> {
  const file = await realpath(named).catch((error: unknown) => absent(named, error))
  const folder = dirname(file)
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) await refuseOrphans(file)
  if (found !== undefined && !found.isFile()) {
    throw new StagegateError({
      what: found.isDirectory() ? 'A folder is no database.' : 'It is no file.',
      where: named,
      next: 'Name the file of the database.',
    })
  }
  try {
    await access(folder, constants.W_OK | constants.X_OK)
    if (found !== undefined) await access(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw explainDisk(error, 'Restoring', named)
  }
  const owner =
    found === undefined ? null : { uid: found.uid, gid: found.gid, mode: found.mode & PERMISSIONS }
  return { file, folder, owner }
}

async function absent(file: string, error: unknown): Promise<string> {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw explainDisk(error, 'Restoring', file)
  const link = await lstat(file).catch(() => undefined)
  if (link !== undefined) {
    throw new StagegateError({
      what: 'The name is a link that leads nowhere.',
      where: file,
      next: 'Remove the link, or name the file that it should lead to.',
    })
  }
  const folder = await realpath(dirname(file)).catch((cause: unknown) => {
    throw explainDisk(cause, 'Restoring', dirname(file))
  })
  return join(folder, basename(file))
}

/** SQLite would take them for parts of the file that gets their name, and apply them. */
async function refuseOrphans(file: string): Promise<void> {
  for (const orphan of [`${file}-wal`, `${file}-journal`]) {
    const found = await stat(orphan).catch(() => undefined)
    if (found === undefined || found.size === 0) continue
    throw new StagegateError({
      what: 'What is left of another database lies where this one is to be: SQLite would mix them.',
      where: orphan,
      cause: 'A database was removed or moved without what stands beside it.',
      next: 'Move it away, or to its database, then restore again.',
    })
  }
}
