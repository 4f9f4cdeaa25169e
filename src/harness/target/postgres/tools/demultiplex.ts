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
  let current = output
  try {
    for await (const chunk of both as AsyncIterable<Buffer>) {
      let rest = chunk
      while (rest.length > 0) {
        if (left === 0) {
          const taken = rest.subarray(0, HEADER - header.length)
          header = Buffer.concat([header, taken])
          rest = rest.subarray(taken.length)
          if (header.length < HEADER) break
          current = header[0] === STANDARD_ERROR ? errors : output
          left = header.readUInt32BE(4)
          header = Buffer.alloc(0)
        } else {
          const taken = rest.subarray(0, left)
          left -= taken.length
          rest = rest.subarray(taken.length)
          await written(current, taken)
        }
      }
    }
  } finally {
    output.end()
    errors.end()
  }
}

/** Whoever does not want the rest has closed it. */
async function written(stream: Writable, bytes: Buffer): Promise<void> {
  if (stream.destroyed || stream.write(bytes)) return
  await new Promise<void>((goOn) => {
    stream.once('drain', goOn).once('close', goOn)
  })
}
