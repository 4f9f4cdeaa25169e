import type { RunRecord } from '../../verdict/run-record.ts'
import { timingGroups } from '../timing-groups.ts'
import { TimingTable } from './timing-table.tsx'

/** What was timed in turns: old queries against new ones, and how time grows with the rows. */
export function TimingsSection({ run }: { readonly run: RunRecord }) {
  const groups = timingGroups(run)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="timings">
      <h2 id="timings">Timings</h2>
      <p class="aside">
        The operations of a table ran in turns, so that a slow moment of the machine slowed them all; one with
        a single sample ran once. Processor time does not count what else the machine had to do. Every thin
        tick is a sample, the heavy one their median; the scale is logarithmic and the same for a whole table.
        Against the first: the median, as a multiple of the first operation's median.
      </p>
      {groups.map((group, index) => (
        <TimingTable key={`${index} ${group.subject}`} id={`timing-${index + 1}`} group={group} run={run} />
      ))}
    </section>
  )
}
