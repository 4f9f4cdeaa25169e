import { createRandom, type Random } from '../../src/fixture/random.ts'
import type { SoakResult } from './soak-part.ts'
import type { Durations, LastNames, Victim } from './start-victim.ts'

/** Something that is killed again and again. */
export interface KilledWork {
  readonly names: LastNames
  start(): Victim
  /** Makes everything as it has to be before the round. */
  reset(round: number): Promise<void>
  look(end: 'killed' | 'done'): Promise<Aftermath>
}

/** What is there after somebody was killed. */
export interface Aftermath {
  /** `the old state`, for counting. */
  readonly state: string
  readonly wrong: readonly string[]
}

/**
 * Kills it in every round, and looks what is there then. While one is killed the next one starts up already: what is
 * done before its work begins is not what is tried.
 */
export async function killRounds(work: KilledWork, rounds: number, seed: number): Promise<SoakResult> {
  await work.reset(0)
  const first = work.start()
  await first.ready
  // As in every round: the next one takes its share of the machine.
  let next = work.start()
  const durations = await first.finish(work.names)
  const random = createRandom(seed, 'moments')
  const failures: string[] = []
  const states = new Map<string, number>()
  for (let round = 1; round <= rounds; round += 1) {
    const [victim, moment] = [next, momentOf(round, durations, random)]
    next = work.start()
    await work.reset(round)
    try {
      const { state, wrong } = await work.look(await victim.kill(...moment, work.names))
      states.set(state, (states.get(state) ?? 0) + 1)
      if (wrong.length > 0) failures.push(told(round, moment, wrong.join('; ')))
    } catch (error) {
      failures.push(told(round, moment, error instanceof Error ? error.message : String(error)))
    }
  }
  await next.kill(0, 'start', work.names)
  return { summary: [...states].map(([state, count]) => `${count} ${state}`).join(', '), failures }
}

type Moment = readonly [after: number, since: 'start' | 'late' | 'near']

/** By turns spread over the whole duration, over its last part, and over the very end, where the names are given. */
function momentOf(round: number, { whole, end, names }: Durations, random: Random): Moment {
  const within = (duration: number) => random.int(Math.ceil(duration * 1.2))
  if (round % 3 === 0) return [within(whole), 'start']
  return round % 3 === 1 ? [within(end), 'late'] : [within(names), 'near']
}

const SINCE = { start: 'its start', late: 'its last part began', near: 'the first of its last names' }

function told(round: number, [after, since]: Moment, what: string): string {
  return `round ${round}, killed ${after} ms after ${SINCE[since]}: ${what}`
}
