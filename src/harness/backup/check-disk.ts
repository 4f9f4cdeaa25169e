import { stat, statfs } from 'node:fs/promises'
import { formatBytes } from '../vocabulary/format.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'

/** What is going to be written, and where. */
export interface Need {
  /** A folder that is there. */
  readonly folder: string
  readonly bytes: number
}

/** Room for what is written beside a database: records, checksums, the folders themselves. */
const MARGIN = 1 << 20

/**
 * Looks whether there is room, before anything is written. What goes to one disk is added up.
 * @throws StagegateError
 */
export async function checkDisk(needs: readonly Need[]): Promise<void> {
  const disks = new Map<number, { readonly folders: string[]; bytes: number }>()
  for (const { folder, bytes } of needs) {
    const { dev } = await stat(folder)
    const disk = disks.get(dev) ?? { folders: [], bytes: MARGIN }
    disk.folders.push(folder)
    disk.bytes += bytes
    disks.set(dev, disk)
  }
  for (const { folders, bytes } of disks.values()) {
    const [folder = ''] = folders
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    if (free >= bytes) continue
    throw new StagegateError({
      what: `The disk has ${formatBytes(free)} free, and ${formatBytes(bytes)} are needed.`,
      where: [...new Set(folders)].join(', '),
      next: 'Make room, or choose a folder on another disk. Nothing has been written.',
    })
  }
}
