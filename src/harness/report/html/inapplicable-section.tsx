import type { RunRecord } from '../../verdict/run-record.ts'
import { inapplicableName } from '../inapplicable-name.ts'
import { inapplicableScenarios } from '../inapplicable-scenarios.ts'

/** What of the plan says nothing of the run's database, and why. */
export function InapplicableSection({ run }: { readonly run: RunRecord }) {
  const inapplicable = inapplicableScenarios(run)
  if (inapplicable === undefined) return null
  return (
    <section aria-labelledby="inapplicable">
      <h2 id="inapplicable">What does not apply</h2>
      <p class="aside">{inapplicable.heading}</p>
      <table class="inapplicable stacked">
        <caption class="unseen">Scenarios that do not apply, by reason</caption>
        <thead>
          <tr>
            <th scope="col">Gate</th>
            <th scope="col">Scenario</th>
            <th scope="col">Where it stands</th>
          </tr>
        </thead>
        {inapplicable.groups.map(({ why, scenarios }) => (
          <tbody key={why}>
            <tr class="why">
              <th scope="rowgroup" colSpan={3}>
                {why}
              </th>
            </tr>
            {scenarios.map((scenario) => (
              <tr key={`${scenario.uri}:${scenario.line} ${scenario.name}`}>
                <td class="code">{scenario.gate ?? '–'}</td>
                <td class="title">{inapplicableName(scenario)}</td>
                <td>
                  <code>
                    {scenario.uri}:{scenario.line}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
