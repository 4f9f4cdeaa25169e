import type { Sample } from '../figures/compare.ts'

/** Times work in this process. */
export async function timed(work: () => void | Promise<void>): Promise<Sample> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  await work()
  const milliseconds = performance.now() - startedAt
  const { user, system } = process.cpuUsage(cpu)
  return { milliseconds, cpuMilliseconds: (user + system) / 1000 }
}
