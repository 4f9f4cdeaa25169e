import type { FinishedState } from '../../../src/harness/target/finished-state.ts'
import type { Pair, Sample } from '../../figures/compare.ts'
import { type AuthorLink, authorMap } from '../../floor/postgres/author-map.ts'
import { migrateByHand } from '../../floor/postgres/migrate-by-hand.ts'
import { interleave } from '../interleave.ts'
import { migrateOurs } from '../measure-migrating.ts'
import { sameEndState } from '../same-end-state.ts'
import { wallClock } from '../wall-clock.ts'
import type { PostgresContext } from './postgres-context.ts'

/**
 * Migrations 4 to 6 on clones of the same fixture, on the same server: as hand-written SQL, and as `migrate` does it,
 * which looks at locks meanwhile. Connecting is in both times, cloning in neither.
 * @throws StagegateError when the two end in different states; Error when ours fails.
 */
export async function measureMigrating(
  context: PostgresContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<readonly Pair[]> {
  const fixture = await context.state(context.profile)
  const authors = await context.onCopy(fixture, (_target, address) => authorMap(address))
  onStart('migrations: warming up and comparing the end states')
  await warmUp(context, fixture, authors)
  return interleave(
    {
      floor: () =>
        context.onCopy(fixture, (_target, address) => wallClock(() => migrateByHand(address, authors))),
      ours: () => context.onCopy(fixture, async (target) => ofWall(await migrateOurs(target))),
    },
    repetitions,
    (what) => onStart(`migrations: ${what}`),
  )
}

async function warmUp(
  context: PostgresContext,
  fixture: FinishedState,
  authors: readonly AuthorLink[],
): Promise<void> {
  await context.onCopy(fixture, async (byHand, address) => {
    await migrateByHand(address, authors)
    await context.onCopy(fixture, async (ours) => {
      await migrateOurs(ours)
      await sameEndState(byHand, ours, 'bench/floor/postgres/')
    })
  })
}

/** What this process computes is not what the server does. */
function ofWall({ milliseconds }: Sample): Sample {
  return { milliseconds, cpuMilliseconds: null }
}
