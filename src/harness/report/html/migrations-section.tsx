import type { RunRecord } from '../../verdict/run-record.ts'
import { formatDuration } from '../../vocabulary/format.ts'
import { type Journey, journeys } from '../journeys.ts'
import { scenarioEngine } from '../scenario-engine.ts'
import { MigrationRow } from './migration-row.tsx'

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
        and the tables that it closed to others, as another connection saw it.
      </p>
      {taken.map((journey) => (
        <JourneyTable
          key={`${journey.scenario.engine} ${journey.scenario.uri}:${journey.scenario.line}`}
          journey={journey}
          run={run}
        />
      ))}
    </section>
  )
}

function JourneyTable({ journey, run }: { readonly journey: Journey; readonly run: RunRecord }) {
  const { scenario, steps, milliseconds, taken } = journey
  const starts = steps.map((_, index) =>
    steps.slice(0, index).reduce((sum, step) => sum + step.milliseconds, 0),
  )
  return (
    <table class="journey stacked">
      <caption>
        {scenario.gate === null ? null : <a href={`#${scenario.gate}`}>{scenario.gate}</a>} {scenario.name}
        {scenarioEngine(scenario, run)}
        <span class="took">
          {' '}
          {steps.length} {steps.length === 1 ? 'step' : 'steps'} in {formatDuration(milliseconds)}
          {taken > 1 ? `, the slowest of ${taken} scenarios` : ''}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Migration</th>
          <th scope="col">Timeline</th>
          <th scope="col" class="number">
            Time
          </th>
          <th scope="col" class="number">
            Statements
          </th>
          <th scope="col">Size</th>
          <th scope="col">Slowest statement</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <MigrationRow
            key={`${index} ${step.migration}`}
            step={step}
            start={share(starts[index] ?? 0, milliseconds)}
            length={share(step.milliseconds, milliseconds)}
          />
        ))}
      </tbody>
    </table>
  )
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
