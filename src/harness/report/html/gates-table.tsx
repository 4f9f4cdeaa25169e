import type { GateResult } from '../../verdict/decision.ts'
import { formatCount } from '../../vocabulary/format.ts'
import { outcomeWord } from '../outcome-word.ts'
import { OutcomeMark } from './outcome-mark.tsx'

/** All gates, one a row, each linked to its own section. */
export function GatesTable({ gates }: { readonly gates: readonly GateResult[] }) {
  return (
    <section aria-labelledby="gates">
      <h2 id="gates">Gates</h2>
      <table class="gates stacked">
        <caption>
          Every gate of the plan. A row counts towards the population once for each judgement that looked at
          it.
        </caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">What must hold</th>
            <th scope="col">Outcome</th>
            <th scope="col">Measured</th>
            <th scope="col">Tolerance</th>
            <th scope="col" class="number">
              Population
            </th>
          </tr>
        </thead>
        <tbody>
          {gates.map((gate) => (
            <GateRow key={`${gate.code} ${gate.line}`} gate={gate} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function GateRow({ gate }: { readonly gate: GateResult }) {
  const word = outcomeWord(gate)
  return (
    <tr class={word.replace(' ', '-')}>
      <th scope="row">{gate.selected ? <a href={`#${gate.code}`}>{gate.code}</a> : gate.code}</th>
      <td class="title">{gate.title}</td>
      <td>
        <OutcomeMark word={word} />
      </td>
      <td data-label="Measured">{gate.measured}</td>
      <td data-label="Tolerance">{gate.tolerance || '–'}</td>
      <td data-label="Population" class="number">
        {formatCount(gate.population)}
      </td>
    </tr>
  )
}
