import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onlineBackup } from '../../../src/harness/target/sqlite/online-backup.ts'
import { ownFolder } from '../../../src/harness/target/workspace.ts'
import type { Pair, Sample } from '../../figures/compare.ts'
import type { CopyingMeasured } from '../../figures/database-measured.ts'
import { copyByHand } from '../../floor/copy-by-hand.ts'
import { flush } from '../flush.ts'
import { interleave, type Sides } from '../interleave.ts'
import { wallClock } from '../wall-clock.ts'
import type { DatabaseContext } from './database-context.ts'

/**
 * Copies of a database that nobody writes, ours beside plain ones of its file: those that a run makes for itself, which need
 * not outlive a power cut, and those that are on the disk when they are done. Removing them is in no time.
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
  const sides = (lasting: boolean): Sides => ({
    floor: () =>
      once(async () => {
        await copyByHand(file, copy)
        if (lasting) flush(copy)
      }),
    ours: () => once(() => onlineBackup(file, copy, { lasting })),
  })
  const rehearsed = sides(false)
  const lasting = sides(true)
  onStart('copying: warming up')
  await rehearsed.floor()
  await rehearsed.ours()
  const pairs = { rehearsed: [] as Pair[], lasting: [] as Pair[] }
  for (let round = 1; round <= repetitions; round += 1) {
    const told = (what: string) => onStart(`copying, round ${round} of ${repetitions}: ${what}`)
    pairs.rehearsed.push(...(await interleave(rehearsed, 1, told)))
    pairs.lasting.push(...(await interleave(lasting, 1, told)))
  }
  return pairs
}
