import type { Readable, Writable } from 'node:stream'

/** Which stream, three bytes of nothing, and how many bytes follow. */
const HEADER = 8
const STANDARD_ERROR = 2

/**
 * Takes apart what a container engine sends of a container's output and errors as one stream, no faster than it is
 * taken. Both are ended with it.
 */
export async function demultiplex(both: Readable, output: Writable, errors: Writable): Promise<void> {
  let header = Buffer.alloc(0)
  let left = 0
  /** Takes what a chunk begins with, and gives what follows. */
  const take = async (chunk: Buffer): Promise<Buffer> => {
    if (left === 0) {
      const begun = header.length
      header = Buffer.concat([header, chunk.subarray(0, HEADER - begun)])
      if (header.length === HEADER) left = header.readUInt32BE(4)
      const rest = chunk.subarray(header.length - begun)
      // Nothing follows a header of nothing.
      if (header.length === HEADER && left === 0) header = Buffer.alloc(0)
      return rest
    }
    const part = chunk.subarray(0, left)
    left -= part.length
    await written(header[0] === STANDARD_ERROR ? errors : output, part)
    if (left === 0) header = Buffer.alloc(0)
    return chunk.subarray(part.length)
  }
  try {
    for await (const chunk of both as AsyncIterable<Buffer>) {
      let rest = chunk
      while (rest.length > 0) rest = await take(rest)
    }
  } finally {
    output.end()
    errors.end()
  }
}

/** Whoever does not want the rest has closed it. */
async function written(stream: Writable, bytes: Buffer): Promise<void> {
  if (stream.destroyed || stream.write(bytes)) return
  await new Promise<void>((finish) => {
    const goOn = () => {
      stream.off('drain', goOn).off('close', goOn)
      finish()
    }
    stream.on('drain', goOn).on('close', goOn)
  })
}
