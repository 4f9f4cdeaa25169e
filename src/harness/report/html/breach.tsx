import { askedFor } from '../../gate/asked-for.ts'
import { isConfigured } from '../../gate/is-configured.ts'
import type { Judgement } from '../../gate/judgement.ts'
import { usually } from '../usually.ts'
import { witnessHeading } from '../witness-heading.ts'

/** One breach: what was measured, against what, the witnesses, and what usually causes it. */
export function Breach({ breach }: { readonly breach: Judgement }) {
  return (
    <div class="breach">
      <p class="finding">
        <b>{breach.subject}</b> {breach.measured}; {askedFor(breach)}
      </p>
      {isConfigured(breach) ? <p class="origin">{breach.toleranceFrom}</p> : null}
      {breach.witnesses.length === 0 ? null : (
        <table class="witnesses">
          <caption>{witnessHeading(breach, breach.witnesses.length)}</caption>
          <tbody>
            {breach.witnesses.map(({ where, what }, index) => (
              <tr key={`${index} ${where}`}>
                <th scope="row">{where}</th>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {breach.usualCause === undefined ? null : <p class="cause">{usually(breach.usualCause)}</p>}
    </div>
  )
}
