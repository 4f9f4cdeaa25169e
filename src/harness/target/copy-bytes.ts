import { open } from 'node:fs/promises'

const BLOCK = 1 << 20

/**
 * Reads a file and writes all its bytes to another. Not the system's own copy, which on some file systems shares blocks, and
 * always gives up what the other file had.
 * @param flags `w` for a new file, `r+` to write over one that is there, which is as long as its source then
 */
export async function copyBytes(from: string, to: string, flags: 'w' | 'r+'): Promise<void> {
  await using source = await open(from, 'r')
  await using sink = await open(to, flags)
  const block = Buffer.allocUnsafe(BLOCK)
  let at = 0
  for (;;) {
    const { bytesRead } = await source.read(block, 0, BLOCK, at)
    if (bytesRead === 0) break
    // What a full disk takes only a part of is tried once more, and then it says why.
    for (let done = 0; done < bytesRead; )
      done += (await sink.write(block, done, bytesRead - done, at + done)).bytesWritten
    at += bytesRead
  }
  await sink.truncate(at)
}
