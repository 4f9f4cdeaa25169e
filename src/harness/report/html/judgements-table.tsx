import type { Judgement } from '../../gate/judgement.ts'
import type { GateResult } from '../../verdict/decision.ts'
import { formatCount } from '../../vocabulary/format.ts'
import { marginOf } from '../margin.ts'
import { OutcomeMark } from './outcome-mark.tsx'

/** Everything that a gate judged, in the order in which it was submitted. */
export function JudgementsTable({ gate }: { readonly gate: GateResult }) {
  if (gate.judgements.length === 0) return null
  return (
    <table class="judgements stacked">
      <caption class="unseen">Judgements of {gate.code}</caption>
      <thead>
        <tr>
          <th scope="col">Subject</th>
          <th scope="col">Outcome</th>
          <th scope="col">Measured</th>
          <th scope="col">Tolerance</th>
          <th scope="col">Margin</th>
          <th scope="col" class="number">
            Population
          </th>
        </tr>
      </thead>
      <tbody>
        {gate.judgements.map((judgement, index) => (
          <JudgementRow key={`${index} ${judgement.subject}`} judgement={judgement} />
        ))}
      </tbody>
    </table>
  )
}

function JudgementRow({ judgement }: { readonly judgement: Judgement }) {
  const margin = marginOf(judgement)
  return (
    <tr class={judgement.outcome}>
      <th scope="row">{judgement.subject}</th>
      <td>
        <OutcomeMark word={judgement.outcome} />
      </td>
      <td data-label="Measured">{judgement.measured}</td>
      <td data-label="Tolerance">
        {judgement.tolerance}{' '}
        {judgement.toleranceFrom === undefined ? null : <span class="origin">{judgement.toleranceFrom}</span>}
      </td>
      <td data-label="Margin" class={margin === undefined ? 'absent' : undefined}>
        {margin?.text ?? '–'}
      </td>
      <td data-label="Population" class="number">
        {formatCount(judgement.population)}
      </td>
    </tr>
  )
}
