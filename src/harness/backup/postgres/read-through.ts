import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { PostgresTools } from '../../target/postgres/tools/postgres-tools.ts'
import type { WorkOptions } from '../engine-backups.ts'
import { damaged } from '../read-backup.ts'

/**
 * Has `pg_restore` read a dump to its end, and unpack all of it, without a server.
 * @throws StagegateError where it cannot
 */
export async function readThrough(
  tools: PostgresTools,
  file: string,
  { signal }: WorkOptions,
): Promise<void> {
  const running = await tools.start({ tool: 'pg_restore', args: ['--file=-'] })
  const stop = () => void running.stop().catch(() => {})
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  running.stdout.resume()
  const piped = pipeline(createReadStream(file), running.stdin).catch(() => {})
  const [end] = await Promise.all([running.ended, piped])
  signal?.removeEventListener('abort', stop)
  signal?.throwIfAborted()
  if (end.code !== 0)
    throw damaged(`pg_restore cannot read it: ${end.complaints.trim().split('\n')[0]}`, file)
}
