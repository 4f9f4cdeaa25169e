import { timelineChart } from '../../chart/timeline-chart.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { formatDuration } from '../../vocabulary/format.ts'
import { type Journey, journeys } from '../journeys.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import { Chart } from './chart.tsx'
import { MigrationRow } from './migration-row.tsx'

/** The longest ways are seen at once; the others are folded up. */
const SEEN = 3

/** The ways that the run took through the history, with what every migration cost on it. */
export function MigrationsSection({ run }: { readonly run: RunRecord }) {
  const taken = journeys(run)
  if (taken.length === 0) return null
  return (
    <section aria-labelledby="migrations">
      <h2 id="migrations">Migrations</h2>
      <p class="aside">
        Each way that the run took through the history, the longest first. Where several scenarios took the
        same way, the slowest is shown. Under each migration: its slowest statements, each with all its calls,
        and the tables that it closed to others, as another connection saw it. Rows are those that these
        statements wrote or returned. A hollow bar is a migration that was taken back.
      </p>
      {taken.slice(0, SEEN).map((journey, index) => (
        <JourneyFigure key={keyOf(journey)} id={`way-${index + 1}`} journey={journey} run={run} />
      ))}
      {taken.length <= SEEN ? null : (
        <details class="ways">
          <summary>
            The other {taken.length - SEEN} {taken.length - SEEN === 1 ? 'way' : 'ways'}
          </summary>
          {taken.slice(SEEN).map((journey, index) => (
            <JourneyFigure key={keyOf(journey)} id={`way-${SEEN + index + 1}`} journey={journey} run={run} />
          ))}
        </details>
      )}
    </section>
  )
}

interface JourneyProps {
  readonly id: string
  readonly journey: Journey
  readonly run: RunRecord
}

function JourneyFigure({ id, journey, run }: JourneyProps) {
  const { scenario, steps, milliseconds, taken } = journey
  return (
    <figure class="way">
      <figcaption>
        {scenario.gate === null ? null : <a href={`#${scenario.gate}`}>{scenario.gate}</a>} {scenario.name}
        {scenarioEngine(scenario, run)}
        <span class="took">
          {steps.length} {steps.length === 1 ? 'step' : 'steps'} in {formatDuration(milliseconds)}
          {taken > 1 ? `, the slowest of ${taken} scenarios` : ''}
        </span>
      </figcaption>
      {steps.length < 2 ? null : (
        <Chart id={id} draw={(ofDrawing, width) => timelineChart(ofDrawing, steps, { width })} />
      )}
      <JourneyTable journey={journey} />
    </figure>
  )
}

function JourneyTable({ journey: { scenario, steps } }: { readonly journey: Journey }) {
  return (
    <table class="journey stacked">
      <caption class="unseen">The migrations of {scenario.name}</caption>
      <thead>
        <tr>
          <th scope="col">Migration</th>
          <th scope="col" class="number">
            Time
          </th>
          <th scope="col" class="number">
            Statements
          </th>
          <th scope="col" class="number">
            Rows
          </th>
          <th scope="col" class="number">
            Size
          </th>
          <th scope="col">Slowest statement</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <MigrationRow key={`${index} ${step.migration}`} step={step} />
        ))}
      </tbody>
    </table>
  )
}

function keyOf({ scenario }: Journey): string {
  return `${scenario.engine} ${scenario.uri}:${scenario.line}`
}
