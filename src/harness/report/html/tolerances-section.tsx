import type { GateResult } from '../../verdict/decision.ts'
import { configuredTolerances } from '../configured-tolerances.ts'
import { OutcomeMark } from './outcome-mark.tsx'

/** What was judged by the tolerances of an environment, and why it may be. */
export function TolerancesSection({
  gates,
  environment,
}: {
  readonly gates: readonly GateResult[]
  readonly environment: string | null
}) {
  if (environment === null) return null
  const tolerances = configuredTolerances(gates)
  return (
    <section aria-labelledby="tolerances">
      <h2 id="tolerances">Tolerances of {environment}</h2>
      {tolerances.length === 0 ? (
        <p class="aside">Nothing was judged by one: those of the plan counted.</p>
      ) : (
        <table class="tolerances stacked">
          <caption>These counted in the place of those of the plan.</caption>
          <thead>
            <tr>
              <th scope="col">Subject</th>
              <th scope="col">Outcome</th>
              <th scope="col">Measured</th>
              <th scope="col">Tolerance</th>
              <th scope="col">Where it comes from</th>
            </tr>
          </thead>
          <tbody>
            {tolerances.map(({ code, subject, outcome, measured, tolerance, from }) => (
              <tr key={`${code} ${subject} ${measured} ${tolerance}`}>
                <th scope="row">
                  <a href={`#${code}`}>{code}</a> {subject}
                </th>
                <td>
                  <OutcomeMark word={outcome} />
                </td>
                <td data-label="Measured">{measured}</td>
                <td data-label="Tolerance">{tolerance}</td>
                <td class="origin">{from}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
