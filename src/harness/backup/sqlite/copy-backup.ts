import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { Backup } from '../backup.ts'
import type { WorkOptions } from '../engine-backups.ts'
import { damaged } from '../read-backup.ts'
import type { Place } from './place-of.ts'

const CHUNK = 1 << 20

/** Copies a backup to a file that is not there yet, a megabyte at a time. @throws StagegateError where it is not the one that was written */
export async function copyBackup(
  { file, record }: Backup,
  to: string,
  { onProgress, signal }: WorkOptions,
): Promise<void> {
  const hash = createHash('sha256')
  let done = 0
  await pipeline(
    createReadStream(file, { highWaterMark: CHUNK }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        signal?.throwIfAborted()
        hash.update(chunk)
        done += chunk.length
        onProgress?.({ what: `bytes of ${basename(file)} copied`, done, total: record.bytes })
        yield chunk
      }
    },
    createWriteStream(to, { flags: 'wx', highWaterMark: CHUNK }),
  )
  if (hash.digest('hex') !== record.sha256) {
    throw damaged('it does not have the checksum that it was written with', file)
  }
}

/** Gives a file the owner and the rights of the one that it is to replace, and waits until it is on the disk. */
export async function finishCopy(copy: string, { file, owner }: Place): Promise<void> {
  const handle = await open(copy, 'r+')
  try {
    if (owner !== null) {
      const { uid, gid } = await handle.stat()
      if (uid !== owner.uid || gid !== owner.gid) {
        await handle.chown(owner.uid, owner.gid).catch((error: unknown) => {
          throw ownerLost(file, error)
        })
      }
      await handle.chmod(owner.mode)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ownerLost(file: string, cause: unknown): StagegateError {
  return new StagegateError(
    {
      what: 'The database belongs to somebody else, and the restored one could not be made theirs.',
      where: file,
      next: 'Restore as its owner, or as root. Nothing has been changed.',
    },
    { cause },
  )
}
