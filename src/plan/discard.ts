import { Writable } from 'node:stream'

/** A stream that swallows what it is given: for output of the engine that nobody is to see. */
export function discard(): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done()
    },
  })
}
