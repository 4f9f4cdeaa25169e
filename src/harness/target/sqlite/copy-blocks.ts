import type { FileHandle } from 'node:fs/promises'
import type { OnPart } from './on-part.ts'

/** Large parts: what a file system makes of them is several times as fast as page by page. Bytes; two are held. */
const PART = 16 * 2 ** 20

/** Copies a file, of which somebody sees to it that nobody writes it, while a part is read the one before is written. */
export async function copyBlocks(from: FileHandle, to: FileHandle, onPart: OnPart): Promise<void> {
  const { size } = await from.stat()
  let writing: Promise<unknown> = Promise.resolve()
  const buffers: [Buffer, Buffer] = [Buffer.allocUnsafe(PART), Buffer.allocUnsafe(PART)]
  try {
    for (let at = 0; at < size; ) {
      onPart(at, size)
      const { buffer, bytesRead } = await from.read(buffers[0], 0, PART, at)
      if (bytesRead === 0) throw new Error(`it ends after ${at} of ${size} bytes`)
      await writing
      writing = written(to, buffer.subarray(0, bytesRead), at)
      // Awaited below, or in the next round: until then a failure is nobody's.
      writing.catch(() => {})
      buffers.reverse()
      at += bytesRead
    }
  } finally {
    await writing
  }
  onPart(size, size)
}

/** A write may do less than it was asked for. */
async function written(to: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await to.write(bytes, done, bytes.length - done, at + done)).bytesWritten
  }
}
