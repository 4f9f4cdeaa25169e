import type { ChartDays } from './chart-days.ts'
import type { SnapshotPoint } from './snapshot-point.ts'

/**
 * What one member gained on each day, by the name of the day; a day for which nothing is known is not in the map.
 *
 * - A gain lies between a snapshot and the one before it that knows the figure, and counts for the day of the later
 *   one: that is when it was seen, and on which of the days between it was made nobody knows.
 * - A figure that became smaller is a correction of the source: a gain of 0, and the next one is counted from there.
 * - The last snapshot before the first day is what the first gain is counted from, if it is at most 30 days older, that
 *   moment included: as in `countedGains`, the older end is then at most twice the window away. Without such a one the
 *   first snapshot of the chart gains nothing.
 * - What is later than the last day is not shown.
 *
 * @param points in the order of time
 */
export function dailyGains(
  points: readonly SnapshotPoint[],
  figure: 'totalXp' | 'totalBossKills',
  { names, from, baselineFrom }: ChartDays,
): ReadonlyMap<string, number> {
  const last = names.at(-1) ?? ''
  const gains = new Map<string, number>()
  let before: number | null = null
  for (const { timestamp, [figure]: total } of points) {
    const day = timestamp.slice(0, 10)
    if (total === null || timestamp < baselineFrom || day > last) continue
    if (before !== null && timestamp >= from) {
      gains.set(day, (gains.get(day) ?? 0) + Math.max(0, total - before))
    }
    before = total
  }
  return gains
}
