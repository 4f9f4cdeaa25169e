import { type Operation, observeTiming } from '../../../src/harness/observation/observe-timing.ts'
import type { Timing } from '../../../src/harness/vocabulary/timing.ts'

export interface TurnLimits {
  readonly leastRounds: number
  readonly budgetMilliseconds: number
}

const MOST_WARMING_RUNS = 50
const WARMING_MILLISECONDS = 500
/** Runs between the samples, and is no operation of its own. */
const SETTLING = 'settling'

/**
 * Takes times in turns until the budget is spent: a bench is not in a hurry to know enough, it wants to know well.
 * The first operation may be many times as long as the others. What runs right after it finds the processor's caches
 * full of what was not its own, so that the others run once untimed before they are timed.
 */
export async function timeInTurns(
  subject: string,
  [longest, ...others]: readonly [Operation, ...Operation[]],
  { leastRounds, budgetMilliseconds }: TurnLimits,
): Promise<Timing> {
  for (const operation of [longest, ...others]) await warmUp(operation)
  const settle = async () => {
    for (const { run } of others) await run()
  }
  const timing = await observeTiming(subject, [longest, { name: SETTLING, run: settle }, ...others], {
    settled: () => false,
    leastRounds,
    budgetMilliseconds,
  })
  return { ...timing, operations: timing.operations.filter(({ name }) => name !== SETTLING) }
}

/** Until the code is compiled for what it does; twice at least. */
async function warmUp({ run }: Operation): Promise<void> {
  const startedAt = performance.now()
  for (let runs = 0; runs < MOST_WARMING_RUNS; runs += 1) {
    if (runs >= 2 && performance.now() - startedAt > WARMING_MILLISECONDS) return
    await run()
  }
}
