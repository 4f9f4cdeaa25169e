import type { ClockName } from '../vocabulary/timing.ts'

/** Something to take time by. */
export interface Clock {
  readonly name: ClockName
  /** Milliseconds since any moment, never going back. */
  now(): number
}

/** The time that passes, whoever uses it. */
export const wallClock: Clock = { name: 'wall clock', now: () => performance.now() }
