import { open, stat } from 'node:fs/promises'
import { freemem } from 'node:os'
import type { Address } from './address.ts'

const BLOCK = 1 << 20
/** What is read must not drive out what others work with. */
const OF_FREE_MEMORY = 0.5

/**
 * Reads the file of a database from its beginning to its end, for somebody who is about to read all of it in another
 * order: page by page a file that was rewritten takes a minute to come from a disk, and a second in its own order. Of a
 * file in memory already nothing is lost, and a large one is left as it is. What a server reads it keeps by itself.
 *
 * Call it before anybody opens the database in this process: closing a file gives up every lock that the process has on it.
 * @returns bytes read
 */
export async function readAhead(address: Address): Promise<number> {
  if (address.engine !== 'sqlite') return 0
  // Whoever opens it says better why a file cannot be read.
  const found = await stat(address.file).catch(() => undefined)
  if (!found?.isFile() || found.size > freemem() * OF_FREE_MEMORY) return 0
  await using file = await open(address.file).catch(() => undefined)
  if (file === undefined) return 0
  const block = Buffer.allocUnsafe(BLOCK)
  for (let bytes = 0; ; ) {
    const { bytesRead } = await file.read(block, 0, BLOCK)
    if (bytesRead === 0) return bytes
    bytes += bytesRead
  }
}
