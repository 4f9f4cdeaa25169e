import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ownFolder, type Workspace } from './workspace.ts'

const BLOCK = 1 << 20
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
      await copyBytes(location, copy)
      times.push(performance.now() - startedAt)
    }
  } finally {
    await rm(copy, { force: true })
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0
}

async function copyBytes(from: string, to: string): Promise<void> {
  const source = await open(from, 'r')
  const sink = await open(to, 'w')
  try {
    const block = Buffer.allocUnsafe(BLOCK)
    for (;;) {
      const { bytesRead } = await source.read(block, 0, BLOCK)
      if (bytesRead === 0) return
      await sink.write(block, 0, bytesRead)
    }
  } finally {
    await source.close()
    await sink.close()
  }
}
