import { migrate } from '../../src/harness/migration/migrate.ts'
import { open } from '../../src/harness/target/open.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import type { Pair, Sample } from '../figures/compare.ts'
import { authorMap } from '../floor/author-map.ts'
import { migrateByHand } from '../floor/migrate-by-hand.ts'
import type { BenchContext } from './bench-context.ts'
import { flush } from './flush.ts'
import { interleave } from './interleave.ts'
import { sameEndState } from './same-end-state.ts'
import { timed } from './timed.ts'

/**
 * Migrations 4 to 6 on copies of the same fixture: as hand-written SQL, and as `migrate` does it. Opening and closing
 * the database is in both times, copying it in neither.
 * @throws StagegateError when the two end in different states; Error when ours fails.
 */
export async function measureMigrating(
  context: BenchContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<readonly Pair[]> {
  const floor = floorMigration(context)
  onStart('warming up and comparing the end states')
  await warmUp(context, floor)
  return interleave(
    { floor: () => onCopy(context, floor), ours: () => onCopy(context, migrateOurs) },
    repetitions,
    onStart,
  )
}

type Work = (target: OpenTarget) => Promise<Sample>

/** The hand-written migration, to be timed on a copy. */
export function floorMigration({ fixture }: BenchContext): Work {
  const authors = authorMap(fixture)
  return (target) => timed(() => migrateByHand(target.location, authors))
}

/** Runs work on a copy of its own, which is on the disk before the work begins. */
export async function onCopy({ workspace, options, fixture }: BenchContext, work: Work): Promise<Sample> {
  await using target = await open({
    workspace,
    dataSource: options.source.dataSource,
    source: fixture,
    label: 'bench',
  })
  flush(target.location)
  // Awaited here, or the copy would be gone before the work is done.
  return await work(target)
}

/** Migrations 4 to 6 as the rehearsal runs them. @throws Error when one fails. */
export function migrateOurs(target: OpenTarget): Promise<Sample> {
  return timed(async () => {
    const failure = (await migrate(target, 'head')).find((step) => step.failure)
    if (failure) throw new Error(`${failure.migration} fails: ${failure.failure?.message}`)
  })
}

/** Both once, on copies. @throws StagegateError when they end in different states. */
export async function warmUp(context: BenchContext, floor: Work): Promise<void> {
  await onCopy(context, async (byHand) => {
    const sample = await floor(byHand)
    await onCopy(context, async (ours) => {
      const oursSample = await migrateOurs(ours)
      await sameEndState(byHand, ours, 'bench/floor/')
      return oursSample
    })
    return sample
  })
}
