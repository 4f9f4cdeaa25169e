import { askedFor } from '../../gate/asked-for.ts'
import { isConfigured } from '../../gate/is-configured.ts'
import type { Judgement } from '../../gate/judgement.ts'
import type { GateResult } from '../../verdict/decision.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { breachScenario, scenarioAnchor } from '../breach-scenario.ts'
import { gateCommand } from '../gate-command.ts'
import { marginOf } from '../margin.ts'
import { usually } from '../usually.ts'
import { witnessHeading } from '../witness-heading.ts'

export interface BreachProps {
  readonly breach: Judgement
  readonly gate: GateResult
  readonly run: RunRecord
}

/** One breach: what was measured, against what, the witnesses, what usually causes it, and what to do next. */
export function Breach({ breach, gate, run }: BreachProps) {
  const scenario = breachScenario(breach, gate, run)
  const margin = marginOf(breach)
  return (
    <div class="breach">
      <p class="finding">
        <b>{breach.subject}</b> {breach.measured}; {askedFor(breach)}
        {margin === undefined ? '' : ` (${margin.text})`}
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
      <p class="next">
        {scenario === undefined ? null : (
          <>
            Seen in <a href={`#${scenarioAnchor(scenario, run)}`}>{scenario.name}</a>.{' '}
          </>
        )}
        Next: <code>{gateCommand(gate, run)}</code>
      </p>
    </div>
  )
}
