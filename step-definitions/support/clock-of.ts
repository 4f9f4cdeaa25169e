import { type Clock, wallClock } from '../../src/harness/observation/clock.ts'
import { processorTime } from '../../src/harness/observation/processor-time.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'

/**
 * What a ratio is taken by: the processor time of this process where the engine works in it, and else the clock on the
 * wall, since a server's work is not this process's.
 */
export function clockOf({ engine }: Pick<OpenTarget, 'engine'>): Clock {
  return engine === 'sqlite' ? processorTime : wallClock
}
