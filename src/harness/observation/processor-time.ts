import type { Clock } from './clock.ts'

/**
 * The processor time that this process has used, all threads together: a clock for comparing work of this
 * process. On a crowded machine a query of 10 ms is nearly always interrupted and one of 1 ms seldom, so that by the
 * wall clock a ratio of the two comes out too large. It does not see waiting for a disk or for another process.
 */
export const processorTime: Clock = {
  name: 'processor time',
  now() {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}
