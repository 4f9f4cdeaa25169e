import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RunningTool, ToolEnd } from '../tools/postgres-tools.ts'

export interface TransferOptions {
  /** Is told how many bytes have come through so far. */
  readonly onBytes?: (bytes: number) => void
  readonly signal?: AbortSignal | undefined
}

/** How both ends of the pipe ended, and which of them is the cause where it failed. */
export interface Transferred {
  readonly dump: ToolEnd
  readonly restore: ToolEnd
  readonly failed: 'dump' | 'restore' | undefined
}

/**
 * Lets one tool write what the other one reads, and waits until both have ended. Where the signal ends it, both are
 * stopped; the promise is rejected with its reason.
 */
export async function transfer(
  dump: RunningTool,
  restore: RunningTool,
  { onBytes, signal }: TransferOptions = {},
): Promise<Transferred> {
  const stop = () => void Promise.all([dump.stop(), restore.stop()]).catch(() => {})
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  try {
    // What ends a pipe is told by the tools.
    const piped = pipeline(dump.stdout, counting(onBytes), restore.stdin).catch(() => {})
    restore.stdout.resume()
    dump.stdin.end()
    const [dumped, restored] = await Promise.all([dump.ended, restore.ended, piped])
    signal?.throwIfAborted()
    return { dump: dumped, restore: restored, failed: causeOf(dumped, restored) }
  } finally {
    signal?.removeEventListener('abort', stop)
    await Promise.all([dump.stop(), restore.stop()])
  }
}

/** What a tool is told that reads from one that has gone. */
const CUT_SHORT = /end of file|input file is too short/

/** One end breaks after the other, and then complains, too. */
function causeOf(dump: ToolEnd, restore: ToolEnd): Transferred['failed'] {
  if (restore.code !== 0 && !(dump.code !== 0 && CUT_SHORT.test(restore.complaints))) return 'restore'
  return dump.code === 0 ? undefined : 'dump'
}

/** Passes everything on, and tells how much it was. */
export function counting(onBytes: ((bytes: number) => void) | undefined): Transform & Writable {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      onBytes?.(bytes)
      done(null, chunk)
    },
  })
}
