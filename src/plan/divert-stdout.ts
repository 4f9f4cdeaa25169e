import type { Writable } from 'node:stream'

/**
 * Sends everything that this process writes to standard output elsewhere until it is disposed of. Standard output
 * belongs to the verdict; a step definition, or a library below it, may not write between its lines.
 */
export function divertStdout(to: Writable): Disposable {
  const { write } = process.stdout
  process.stdout.write = to.write.bind(to)
  return {
    [Symbol.dispose]() {
      process.stdout.write = write
    },
  }
}
