import { constants } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { copyBytes } from '../copy-bytes.ts'
import { copyDatabase } from './copy-database.ts'

/** Each takes as much room on the disk as a database. */
const KEPT = 1

/**
 * Files of databases that nobody needs any more, kept for the next copy to be written over them: the system has the memory
 * and the blocks of such a file already. Where memory has to be had from a host first, a copy of 1.2 GB takes three seconds
 * into a new file and a quarter of a second over an old one.
 */
export interface DiscardedFiles {
  /** Takes a file that nobody has open any more. @returns whether it took it; what it does not take stays where it is */
  take(file: string): Promise<boolean>
  /**
   * Writes the file of a database that nobody has open over a discarded one, which becomes the copy, whole and not a byte
   * longer. Shares blocks instead where the file system can.
   * @returns false where there is none: then nothing was done
   * @throws Error when the copy cannot be finished; nothing is left of it
   */
  copyOver(from: string, to: string): Promise<boolean>
}

/** @param folder of this process alone */
export function discardedFiles(folder: string): DiscardedFiles {
  const place = join(folder, 'discarded')
  return {
    async take(file) {
      await mkdir(place, { recursive: true })
      if ((await readdir(place)).length >= KEPT) return false
      return await moved(file, join(place, basename(file)))
    },
    async copyOver(from, to) {
      if (await shared(from, to)) return true
      for (const name of await readdir(place).catch(() => [])) {
        // Who comes second for a file finds it gone.
        if (await moved(join(place, name), to)) return await filled(from, to)
      }
      return false
    },
  }
}

async function moved(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  )
}

async function shared(from: string, to: string): Promise<boolean> {
  return copyDatabase(from, to, constants.COPYFILE_FICLONE_FORCE).then(
    () => true,
    () => false,
  )
}

async function filled(from: string, to: string): Promise<boolean> {
  try {
    await copyBytes(from, to, 'r+')
    return true
  } catch (error) {
    await rm(to, { force: true })
    throw error
  }
}
