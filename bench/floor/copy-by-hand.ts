import { open } from 'node:fs/promises'

const BLOCK = 1 << 20

/**
 * Reads a file and writes all its bytes to another one: not the system's own copy, which on some file systems shares
 * blocks and takes no time at all. Like any plain copy it leaves to the system when the bytes reach the disk.
 */
export async function copyByHand(from: string, to: string): Promise<void> {
  await using source = await open(from, 'r')
  await using sink = await open(to, 'w')
  const block = Buffer.allocUnsafe(BLOCK)
  for (;;) {
    const { bytesRead } = await source.read(block, 0, BLOCK)
    if (bytesRead === 0) return
    await sink.write(block, 0, bytesRead)
  }
}
