import { statfs } from 'node:fs/promises'
import { formatBytes } from '../../vocabulary/format.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'

/** Of a database that is rehearsed: the states before, between and after its migrations and harvests, kept for the run. */
const STATES = 7
/** What one worker has at a time: copies, backups and journals. Measured, two had 11.2 times 1.19 GB with the states. */
const COPIES = 3

/** What a rehearsal takes on the disk. Bytes. */
export function roomFor(bytes: number, workers: number): number {
  return bytes * (STATES + COPIES * workers)
}

/**
 * Looks whether there is room, before anything is written.
 * @param folder one that is there
 * @throws StagegateError that names what is needed, and what there is
 */
export async function checkFreeDisk(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= neededBytes) return
  throw new StagegateError({
    what: `There is not enough room on the disk: ${formatBytes(neededBytes)} are needed, ${formatBytes(free)} are free.`,
    where: folder,
    cause: 'A database is rehearsed on whole copies of it, several at a time.',
    next: 'Make room, take fewer workers with --parallel, or name a folder on another disk with STAGEGATE_CACHE.',
  })
}
