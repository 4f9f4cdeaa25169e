import type { GateResult } from '../../verdict/decision.ts'
import { engineName } from '../../vocabulary/engine.ts'
import { formatCount } from '../../vocabulary/format.ts'
import { outcomeWord } from '../outcome-word.ts'
import { OutcomeMark } from './outcome-mark.tsx'

/** What a gate came to on each engine, side by side. */
export function EnginesTable({ gate }: { readonly gate: GateResult }) {
  return (
    <table class="by-engine stacked">
      <caption class="unseen">{gate.code} by engine</caption>
      <thead>
        <tr>
          <th scope="col">Engine</th>
          <th scope="col">Outcome</th>
          <th scope="col">Measured</th>
          <th scope="col" class="number">
            Population
          </th>
        </tr>
      </thead>
      <tbody>
        {gate.byEngine.map(({ engine, outcome, measured, population }) => (
          <tr key={engine} class={outcome}>
            <th scope="row">{engineName(engine)}</th>
            <td>
              <OutcomeMark word={outcomeWord({ ...gate, outcome })} />
            </td>
            <td data-label="Measured">{measured}</td>
            <td data-label="Population" class="number">
              {formatCount(population)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
