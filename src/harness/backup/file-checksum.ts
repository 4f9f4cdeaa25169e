import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { WorkOptions } from './engine-backups.ts'

export interface FileChecksum {
  readonly bytes: number
  /** In hexadecimal. */
  readonly sha256: string
}

const CHUNK = 1 << 20

/** Reads a file from its beginning to its end, a megabyte at a time. */
export async function fileChecksum(file: string, { onProgress, signal }: WorkOptions): Promise<FileChecksum> {
  const total = (await stat(file)).size
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    signal?.throwIfAborted()
    hash.update(chunk)
    bytes += chunk.length
    onProgress?.({ what: `bytes of ${basename(file)} summed up`, done: bytes, total: Math.max(bytes, total) })
  }
  return { bytes, sha256: hash.digest('hex') }
}
