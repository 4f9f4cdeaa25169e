import { chmod, constants, copyFile } from 'node:fs/promises'

/**
 * Copies the file of a database that nobody has open. Shares blocks where the file system can.
 * @param mode of the system's copy; with `COPYFILE_FICLONE_FORCE` it fails where blocks cannot be shared
 */
export async function copyDatabase(
  from: string,
  to: string,
  mode: number = constants.COPYFILE_FICLONE,
): Promise<void> {
  await copyFile(from, to, mode)
  // Cached states are read-only; a copy is ours to break.
  await chmod(to, 0o644)
}
