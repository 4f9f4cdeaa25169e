import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { besides } from './besides.ts'
import { abandonedDrafts, type Draft } from './draft.ts'

/**
 * Removes what processes that were killed left in a folder. A backup that had its name already is whole, and stays.
 * What this user may not remove, or somebody else removes at the same time, is left to another sweep.
 */
export async function sweepDrafts(folder: string): Promise<void> {
  try {
    for (const draft of await abandonedDrafts(folder)) {
      await retract(draft, folder)
      await draft[Symbol.asyncDispose]()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
  }
}

/**
 * The record gets its name before the file does. Where the file did not get it any more, the record goes, and the
 * checksum with it. They are known by being the same files as those of the draft.
 */
async function retract(draft: Draft, folder: string): Promise<void> {
  const record = await idOf(draft.record)
  if (record === undefined) return
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json') || (await idOf(join(folder, name))) !== record) continue
    const file = join(folder, name.slice(0, -'.json'.length))
    if ((await idOf(file)) !== undefined) continue
    const { record: recordFile, checksum } = besides(file)
    if ((await idOf(checksum)) === (await idOf(draft.checksum))) await rm(checksum, { force: true })
    await rm(recordFile, { force: true })
  }
}

async function idOf(file: string): Promise<string | undefined> {
  return stat(file, { bigint: true }).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => undefined,
  )
}
