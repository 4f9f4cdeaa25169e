import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onlineBackup } from '../../../src/harness/target/sqlite/online-backup.ts'
import { ownFolder } from '../../../src/harness/target/workspace.ts'
import type { Sample } from '../../figures/compare.ts'
import type { CopyingMeasured } from '../../figures/database-measured.ts'
import { copyByHand } from '../../floor/copy-by-hand.ts'
import { flush } from '../flush.ts'
import { interleave } from '../interleave.ts'
import { wallClock } from '../wall-clock.ts'
import type { DatabaseContext } from './database-context.ts'

/**
 * The online backup of a database that nobody writes, and plain copies of its file. Removing the copies is in no time.
 * Plain copies are made in two ways, because the online backup is on the disk when it is done and a plain one need not be.
 */
export async function measureCopying(
  { workspace, file }: Pick<DatabaseContext, 'workspace' | 'file'>,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<CopyingMeasured> {
  const copy = join(await ownFolder(workspace), 'copy.db')
  const once = async (work: () => Promise<void>): Promise<Sample> => {
    try {
      return await wallClock(work)
    } finally {
      await rm(copy, { force: true })
    }
  }
  const plain = () => once(() => copyByHand(file, copy))
  const plainOnDisk = () =>
    once(async () => {
      await copyByHand(file, copy)
      flush(copy)
    })
  const ours = () => once(() => onlineBackup(file, copy))
  onStart('copying: warming up')
  await plain()
  await ours()
  const forced: number[] = []
  const floor = async (): Promise<Sample> => {
    forced.push((await plainOnDisk()).milliseconds)
    return plain()
  }
  const pairs = await interleave({ floor, ours }, repetitions, (what) => onStart(`copying: ${what}`))
  return { pairs, plainOnDisk: forced }
}
