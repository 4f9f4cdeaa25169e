import { open, realpath, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'

/** How a file is read without a trace of it beside the file. */
export interface Reading {
  /** For a driver that takes URIs. */
  readonly uri: string
  /**
   * What keeps the rows of one transaction as they are: a lock on the file, which keeps writers waiting · the
   * write-ahead log, which writers go on appending to · nothing but that nobody writes.
   */
  readonly by: 'lock' | 'log' | 'stillness'
  /** Whether it was kept. True for a lock and for a log; for stillness, whether the file is the one that it was. */
  kept(): Promise<boolean>
}

/** A file system tells two moments apart when there is that much between them. Milliseconds. */
const TICK = 20
/** The version of the file format that means a write-ahead log, and where it stands. */
const WITH_LOG = 2
const READ_VERSION = 19

/**
 * A database with a write-ahead log that nobody has open would get a log and its index beside it just by being read:
 * it is read as one that cannot change, and whether it did is asked afterwards. Where the log is there, its index is
 * only read; without the index there is no way that leaves nothing.
 * @throws StagegateError for a log without its index; the file system's error when the file cannot be read.
 */
export async function readingOf(named: string): Promise<Reading> {
  // What belongs to a database lies beside the file itself, not beside a link to it.
  const file = await realpath(named)
  const address = pathToFileURL(file).href
  const [log, index] = [await sizeOf(`${file}-wal`), await sizeOf(`${file}-shm`)]
  if (log !== undefined && index !== undefined) return held(address, 'log')
  if (log !== undefined && log > 0) throw withoutIndex(file)
  if ((await readVersion(file)) !== WITH_LOG) return held(address, 'lock')
  return still(file, address)
}

function held(address: string, by: 'lock' | 'log'): Reading {
  return { uri: `${address}?mode=ro&readonly_shm=1`, by, kept: async () => true }
}

async function still(file: string, address: string): Promise<Reading> {
  let before = await look(file)
  if (Date.now() - before.writtenAt < TICK) {
    // A second writing within one tick of the clock would not show.
    await pause(TICK)
    before = await look(file)
  }
  return {
    uri: `${address}?mode=ro&immutable=1`,
    by: 'stillness',
    kept: async () => (await look(file)).identity === before.identity,
  }
}

async function look(file: string): Promise<{ readonly identity: string; readonly writtenAt: number }> {
  const { dev, ino, size, mtimeNs, ctimeNs, mtimeMs } = await stat(file, { bigint: true })
  return { identity: [dev, ino, size, mtimeNs, ctimeNs].join(), writtenAt: Number(mtimeMs) }
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )
}

async function readVersion(file: string): Promise<number | undefined> {
  await using handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, READ_VERSION)
  return bytesRead === 1 ? buffer[0] : undefined
}

function withoutIndex(file: string): StagegateError {
  return new StagegateError({
    what: 'A write-ahead log lies beside the database, without its index: what was committed last is only in there.',
    where: `${file}-wal, without ${file}-shm`,
    cause:
      'The database was copied with its -wal file while somebody had it open, and without its -shm file.',
    next: 'Copy both files, open the copy once with a tool that may write (PRAGMA wal_checkpoint(TRUNCATE)), and name that.',
  })
}
