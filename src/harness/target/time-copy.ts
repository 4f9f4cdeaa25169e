import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { copyBytes } from './copy-bytes.ts'
import { ownFolder, type Workspace } from './workspace.ts'

const REPETITIONS = 3
/** Milliseconds. What takes as long as this is told from noise by one repetition. */
const LONG_ENOUGH = 1000

/**
 * Median of the milliseconds that reading a file and writing all its bytes to another takes; of a large file, of fewer
 * repetitions. Not the system's own copy, which on some file systems shares blocks and takes no time at all.
 */
export async function timeCopy(workspace: Workspace, location: string): Promise<number> {
  const copy = join(await ownFolder(workspace), 'timed-copy')
  const times: number[] = []
  try {
    while (times.length < REPETITIONS && (times[0] ?? 0) < LONG_ENOUGH) {
      const startedAt = performance.now()
      await copyBytes(location, copy, 'w')
      times.push(performance.now() - startedAt)
    }
  } finally {
    await rm(copy, { force: true })
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0
}
