import { open, realpath, stat } from 'node:fs/promises'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { readFileHeader } from './file-header.ts'
import { headerError, truncated } from './header-error.ts'
import { codeOf, readingError } from './reading-error.ts'
import { openSnapshot } from './snapshot.ts'

/** A file that can be read as a database. */
export interface CheckedFile {
  /** The file itself, where a link was named. Absolute. */
  readonly file: string
  /** What a copy of it takes. */
  readonly bytes: number
}

/** What says of what kind a file is; more than SQLite's own header, to tell noise from text. Bytes. */
const BEGINNING = 4096

/**
 * Looks whether a file is a database that can be read now, without reading much of it.
 * @param named how people know it
 * @param patience for somebody who has it locked. Milliseconds.
 * @throws StagegateError
 */
export async function checkFile(path: string, named: string, patience?: number): Promise<CheckedFile> {
  try {
    const file = await realpath(path)
    const beginning = await beginningOf(file, named)
    return { file, bytes: await bytesOf(file, beginning, patience) }
  } catch (error) {
    throw readingError(named, error)
  }
}

async function beginningOf(file: string, named: string): Promise<Buffer> {
  const facts = await stat(file)
  // Opening a pipe would wait for somebody who writes to it.
  if (!facts.isFile()) throw noFile(named, facts.isDirectory())
  await using handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
  const beginning = buffer.subarray(0, bytesRead)
  const error = headerError(named, beginning)
  if (error !== undefined) throw error
  return beginning
}

async function bytesOf(file: string, beginning: Buffer, patience?: number): Promise<number> {
  try {
    await using snapshot = await openSnapshot(file, patience === undefined ? {} : { patience })
    const [{ bytes } = { bytes: 0 }] = await snapshot.db.all<{ readonly bytes: number }>(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
    )
    return Math.max(bytes, (await stat(file)).size)
  } catch (error) {
    throw codeOf(error) === 'SQLITE_CORRUPT' ? ((await cutOff(file, beginning)) ?? error) : error
  }
}

/** SQLite calls a database that is larger than its file malformed, and says no more. */
async function cutOff(file: string, beginning: Buffer): Promise<StagegateError | undefined> {
  const header = readFileHeader(beginning)
  if (header === undefined || header === 'cut' || header.pages === undefined) return undefined
  const { size } = await stat(file)
  const expected = header.pages * header.pageBytes
  return size < expected ? truncated(file, size, `its header says ${expected}`) : undefined
}

function noFile(named: string, directory: boolean): StagegateError {
  return new StagegateError({
    what: directory ? 'This is a directory, not a database.' : 'This is no ordinary file.',
    where: named,
    cause: directory ? 'The name of the file is missing.' : 'A pipe, a socket or a device.',
    next: directory ? 'Name the file in it, such as clan_data.db.' : 'Name the file of a SQLite database.',
  })
}
