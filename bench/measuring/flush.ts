import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Forces a file to the disk. A copy that still waits to be written would be paid for by whoever syncs next. */
export function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
