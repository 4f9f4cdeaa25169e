import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/**
 * Hash of the contents of files and folders (with everything below them), independent of where they lie.
 * Tests are left out: they make nothing. `accepts` leaves out more.
 */
export async function sourceHash(
  paths: readonly string[],
  accepts: (path: string) => boolean = () => true,
): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesBelow(path)) {
      if (file.endsWith('.test.ts') || !accepts(file)) continue
      hash
        .update(`${relative(dirname(path), file)}\0`)
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  })
  if (entries === undefined) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
