import type { RunRecord } from '../../verdict/run-record.ts'
import { timingSubjects } from '../timing-subjects.ts'
import { PlansDetails } from './plans-details.tsx'
import { TimingFigure } from './timing-figure.tsx'

/** What was timed in turns, old queries against new ones, and how the engine means to answer them. */
export function TimingsSection({ run }: { readonly run: RunRecord }) {
  const subjects = timingSubjects(run)
  if (subjects.length === 0) return null
  return (
    <section aria-labelledby="timings">
      <h2 id="timings">Timings</h2>
      <p class="aside">
        The operations of a timing ran in turns, so that a slow moment of the machine slowed them all; one
        with a single sample ran once. Processor time does not count what else the machine had to do. Every
        thin tick is a sample, the heavy one their median; where they may be is shaded, from a broken edge on.
        The scale is logarithmic. Against the first: the median, as a multiple of the first operation's
        median.
      </p>
      {subjects.map(({ subject, groups, plans }, index) => (
        <article key={subject} class="timed" aria-labelledby={`timed-${index + 1}`}>
          <h3 id={`timed-${index + 1}`}>{subject}</h3>
          {groups.map((group, at) => (
            <TimingFigure
              key={`${at} ${group.scenario.line}`}
              id={`timing-${index + 1}-${at + 1}`}
              group={group}
              run={run}
            />
          ))}
          <PlansDetails plans={plans} run={run} />
        </article>
      ))}
    </section>
  )
}
