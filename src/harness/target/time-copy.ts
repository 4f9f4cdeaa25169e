import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ownFolder, type Workspace } from './workspace.ts'

const BLOCK = 1 << 20
const REPETITIONS = 3

/**
 * Median of the milliseconds that reading a file and writing all its bytes to another takes. Not the system's own
 * copy, which on some file systems shares blocks and takes no time at all.
 */
export async function timeCopy(workspace: Workspace, location: string): Promise<number> {
  const copy = join(await ownFolder(workspace), 'timed-copy')
  const times: number[] = []
  try {
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const startedAt = performance.now()
      await copyBytes(location, copy)
      times.push(performance.now() - startedAt)
    }
  } finally {
    await rm(copy, { force: true })
  }
  return times.sort((a, b) => a - b)[Math.floor(REPETITIONS / 2)] ?? 0
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
