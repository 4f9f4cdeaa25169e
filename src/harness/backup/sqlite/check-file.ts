import { stat } from 'node:fs/promises'
import { openConnection } from '../../observation/sqlite/open-connection.ts'
import type { OnCopied } from '../../target/source.ts'
import type { DatabaseContents } from '../backup.ts'
import { differingContents } from '../differing-contents.ts'
import type { Checked, WorkOptions } from '../engine-backups.ts'
import { attentive } from './attentive.ts'
import { damageIn } from './damage-in.ts'
import { readContents } from './read-contents.ts'

/** What is wrong, as words that follow "it"; null for nothing. */
export interface FileCheck extends Checked {
  readonly fault: string | null
}

/** Looks whether the file of a database is sound, and holds what it has to. Nobody writes to it. */
export async function checkFile(
  file: string,
  expected: DatabaseContents,
  { onProgress, signal }: WorkOptions,
): Promise<FileCheck> {
  for (const ending of ['-wal', '-journal']) {
    if (await isThere(file + ending))
      return { fault: `has been opened for writing: there is ${ending} beside it`, unchecked: [] }
  }
  // Each in a thread of its own. What is not sound makes reading fail, too, and says why.
  const [damage, found] = await Promise.allSettled([damageIn(file), contentsOf(file, onProgress, signal)])
  signal?.throwIfAborted()
  if (damage.status === 'rejected') throw damage.reason
  if (damage.value !== undefined) return { fault: `is not sound: ${damage.value}`, unchecked: [] }
  if (found.status === 'rejected') throw found.reason
  const { difference, unchecked } = differingContents(expected, found.value)
  return { fault: difference, unchecked }
}

async function contentsOf(
  file: string,
  onProgress?: OnCopied,
  signal?: AbortSignal,
): Promise<DatabaseContents> {
  const db = await openConnection({ engine: 'sqlite', file })
  try {
    return await readContents(attentive(db, signal), onProgress)
  } finally {
    await db.close()
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
