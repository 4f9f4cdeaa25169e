import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Timing } from '../vocabulary/timing.ts'
import { type Clock, wallClock } from './clock.ts'

/** Something whose time is taken. */
export interface Operation {
  readonly name: string
  /** Rows of the database that it works on, where that is what differs. */
  readonly rows?: number
  /** Does all of the work: what is left unread in an iterator takes no time. A promise is awaited as part of it. */
  run(): unknown
}

export interface ObserveTimingOptions {
  /** Whether enough is known; asked after each round from the last of `leastRounds` on. */
  readonly settled: (timing: Timing) => boolean
  /** 5 unless given: of fewer pairs the median has no interval of 90 %. */
  readonly leastRounds?: number
  /** For the measured rounds, by the same clock; 5 seconds unless given. The round that spends it is finished, and the least rounds are run. */
  readonly budgetMilliseconds?: number
  /** The clock on the wall unless given. */
  readonly clock?: Clock
}

/** More samples hardly narrow an interval (its width falls with their root), and all of them travel as evidence. */
const MOST_ROUNDS = 200
/** The part of the budget that a round takes from which on warming up once is enough: see {@link warmUp}. */
const LONG_ROUND = 0.1

/**
 * Takes the time of operations in turns, A B A B …, each sample one call, after a warm-up that is not counted. It goes
 * on until `settled` says so, the budget is spent, or 200 rounds were made. Turns let a slow moment of the machine meet
 * all of them; their order is always the same, so that each finds the caches as the one before it left them.
 *
 * Turns do not help where more work waits than there are processors: an operation shorter than a time slice is seldom
 * interrupted, a longer one always, and the ratio of the two comes out too large. A clock of processor time, for an
 * engine that works in this process, does not see that; it does not see waiting for the disk either.
 * @throws RangeError for no operation, two of one name, or `leastRounds` that is not from 1 to 200; and whatever an
 * operation throws, at once.
 */
export async function observeTiming(
  subject: string,
  operations: readonly Operation[],
  options: ObserveTimingOptions,
): Promise<Timing> {
  const { settled, leastRounds = 5, budgetMilliseconds = 5_000, clock = wallClock } = options
  check(subject, operations, leastRounds)
  await warmUp(operations, clock, budgetMilliseconds)
  const startedAt = clock.now()
  const rounds: (readonly number[])[] = []
  for (;;) {
    rounds.push(await runRound(operations, clock))
    if (rounds.length < leastRounds) continue
    const timing = timingOf(subject, clock, operations, rounds)
    if (rounds.length >= MOST_ROUNDS || settled(timing) || clock.now() - startedAt >= budgetMilliseconds)
      return timing
  }
}

function check(subject: string, operations: readonly Operation[], leastRounds: number): void {
  if (operations.length === 0) throw new RangeError(`${subject}: there is nothing to take the time of`)
  const names = operations.map(({ name }) => name)
  const double = names.find((name, index) => names.indexOf(name) !== index)
  if (double !== undefined) throw new RangeError(`${subject}: two operations are called "${double}"`)
  if (!Number.isInteger(leastRounds) || leastRounds < 1 || leastRounds > MOST_ROUNDS) {
    throw new RangeError(`${subject}: ${leastRounds} rounds at least are not from 1 to ${MOST_ROUNDS}`)
  }
}

/**
 * The first call fills the caches of the database and prepares statements; the second runs what was compiled for it.
 * Compiling matters to short operations only, and a second call of long ones would cost as much as a sample.
 */
async function warmUp(operations: readonly Operation[], clock: Clock, budget: number): Promise<void> {
  const milliseconds = await runRound(operations, clock)
  const total = milliseconds.reduce((sum, sample) => sum + sample, 0)
  if (total < LONG_ROUND * budget) await runRound(operations, clock)
}

async function runRound(operations: readonly Operation[], clock: Clock): Promise<readonly number[]> {
  const milliseconds: number[] = []
  for (const operation of operations) {
    // What others left to be done is done now, and not in the middle of a sample; and a run can be broken off.
    await nextTurn()
    milliseconds.push(await sample(operation, clock))
  }
  return milliseconds
}

async function sample(operation: Operation, clock: Clock): Promise<number> {
  const startedAt = clock.now()
  const result = operation.run()
  // Awaiting what is no promise would let other work in before the time is taken.
  if (isPromise(result)) await result
  return clock.now() - startedAt
}

function isPromise(result: unknown): result is PromiseLike<unknown> {
  return (
    typeof result === 'object' && result !== null && 'then' in result && typeof result.then === 'function'
  )
}

function timingOf(
  subject: string,
  clock: Clock,
  operations: readonly Operation[],
  rounds: readonly (readonly number[])[],
): Timing {
  return {
    subject,
    clock: clock.name,
    operations: operations.map(({ name, rows }, index) => ({
      name,
      ...(rows === undefined ? {} : { rows }),
      milliseconds: rounds.flatMap((round) => round[index] ?? []),
    })),
  }
}
