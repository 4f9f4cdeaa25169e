import type { FinishedState } from '../../../src/harness/target/finished-state.ts'
import { withConnection } from '../../../src/harness/target/postgres/connect.ts'
import type { CloneMeasured } from '../../figures/postgres-measured.ts'
import { checkpoint } from './checkpoint.ts'
import type { PostgresContext } from './postgres-context.ts'

/** The smallest of all. What its clone takes is what any clone takes at least. */
const SMALLEST = 'tiny'

/** Clones of templates, of a small and of a large one in turns. Dropping them is in no time. */
export async function measureCloning(
  context: PostgresContext,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<readonly CloneMeasured[]> {
  const measured: { profile: string; state: FinishedState; bytes: number; milliseconds: number[] }[] = []
  for (const profile of new Set([SMALLEST, context.profile])) {
    onStart(`fixture ${profile}`)
    const state = await context.state(profile)
    const bytes = await context.onCopy(state, (_target, address) =>
      withConnection(address, async (client) => {
        const { rows } = await client.query<{ readonly bytes: string }>(
          'SELECT pg_database_size(current_database()) AS bytes',
        )
        return Number(rows[0]?.bytes)
      }),
    )
    measured.push({ profile, state, bytes, milliseconds: [] })
  }
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    onStart(`clones, ${repetition} of ${repetitions}`)
    for (const { state, milliseconds } of measured) milliseconds.push(await cloneOnce(context, state))
  }
  return measured.map(({ profile, bytes, milliseconds }) => ({ profile, bytes, milliseconds }))
}

async function cloneOnce(
  { store, address, template }: PostgresContext,
  state: FinishedState,
): Promise<number> {
  await checkpoint(address)
  const startedAt = performance.now()
  await using _clone = await store.copy(state, { template, label: 'bench' })
  return performance.now() - startedAt
}
