import type { Superseded } from '../../verdict/run-record.ts'
import { engineName } from '../../vocabulary/engine.ts'

/** Scenarios that could not judge and were asked again: what they came to then does not count, and is not hidden. */
export function SupersededSection({ superseded }: { readonly superseded: readonly Superseded[] }) {
  if (superseded.length === 0) return null
  return (
    <section aria-labelledby="superseded">
      <h2 id="superseded">Run again</h2>
      <p class="aside">
        These scenarios could not judge in an earlier run and were asked again; what they came to then does
        not count.
      </p>
      <table class="superseded stacked">
        <caption class="unseen">Scenarios that were run again</caption>
        <thead>
          <tr>
            <th scope="col">Gate</th>
            <th scope="col">Scenario</th>
            <th scope="col">Came to</th>
            <th scope="col">Because</th>
            <th scope="col">In the run of</th>
          </tr>
        </thead>
        <tbody>
          {superseded.map(({ gate, name, uri, line, engine, status, why, startedAt }, index) => (
            <tr key={`${index} ${uri}:${line}`}>
              <th scope="row">{gate ?? '–'}</th>
              <td class="title">
                {name} on {engineName(engine)}{' '}
                <code>
                  {uri}:{line}
                </code>
              </td>
              <td data-label="Came to">{status}</td>
              <td class="why">{why}</td>
              <td data-label="In the run of">{startedAt.slice(0, 16).replace('T', ' ')} UTC</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
