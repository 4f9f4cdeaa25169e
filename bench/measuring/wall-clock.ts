import type { Sample } from '../figures/compare.ts'

/** Times what a server or another process does by the clock on the wall: what it computes with is not ours to count. */
export async function wallClock(work: () => Promise<void>): Promise<Sample> {
  const startedAt = performance.now()
  await work()
  return { milliseconds: performance.now() - startedAt, cpuMilliseconds: null }
}
