import type { RunRecord, ScenarioRecord, StepRecord } from '../../verdict/run-record.ts'
import { formatDuration } from '../../vocabulary/format.ts'
import { scenarioAnchor } from '../breach-scenario.ts'
import { scenarioEngine } from '../scenario-engine.ts'

export interface ScenarioListProps {
  readonly run: RunRecord
  readonly scenarios: readonly ScenarioRecord[]
}

/** The scenarios that a gate's evidence comes from. Of those that did not pass, the steps too. */
export function ScenarioList({ run, scenarios }: ScenarioListProps) {
  if (scenarios.length === 0) return null
  return (
    <ul class="scenarios" aria-label="Scenarios">
      {scenarios.map((scenario) => (
        <li key={`${scenario.engine} ${scenario.uri}:${scenario.line}`} id={scenarioAnchor(scenario, run)}>
          <span class={`status ${scenario.status}`}>{scenario.status}</span> {scenario.name}
          {scenarioEngine(scenario, run)}{' '}
          <code>
            {scenario.uri}:{scenario.line}
          </code>{' '}
          <span class="took">{formatDuration(scenario.milliseconds)}</span>
          {scenario.status === 'passed' ? null : <Steps steps={scenario.steps} />}
        </li>
      ))}
    </ul>
  )
}

function Steps({ steps }: { readonly steps: readonly StepRecord[] }) {
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        <li key={`${index} ${step.text}`}>
          <span class={`status ${step.status}`}>{step.status}</span> {step.text}
          {step.message === undefined ? null : <pre>{step.message}</pre>}
        </li>
      ))}
    </ol>
  )
}
