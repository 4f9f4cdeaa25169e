import type { ScenarioRecord, StepRecord, StepStatus } from './run-record.ts'

/** Why a scenario did not pass. */
export interface ScenarioTrouble {
  readonly status: StepStatus
  /** With its place: "features/x.feature:12: step `Then …` is undefined". */
  readonly text: string
  /** First line of what a failed step said; empty for any other status. */
  readonly message: string
}

/**
 * Why a scenario did not pass, or undefined when it did. The status that the engine reports is not taken alone:
 * a scenario without steps, or with a step that did not pass, has not passed.
 */
export function scenarioTrouble(scenario: ScenarioRecord): ScenarioTrouble | undefined {
  const where = `${scenario.uri}:${scenario.line}`
  const status = trueStatus(scenario)
  if (status === 'passed') return undefined
  const step = scenario.steps.find((candidate) => candidate.status === status)
  const message = status === 'failed' ? messageOf(step) : ''
  if (scenario.steps.length === 0 && status === 'unknown') {
    return { status, text: `${where} has no steps`, message }
  }
  return { status, text: `${where}: ${saying(status, step, message)}`, message }
}

function trueStatus({ status, steps }: ScenarioRecord): StepStatus {
  if (status !== 'passed') return status
  if (steps.length === 0) return 'unknown'
  return steps.find((step) => step.status !== 'passed')?.status ?? 'passed'
}

function saying(status: StepStatus, step: StepRecord | undefined, message: string): string {
  const subject = step === undefined ? 'the scenario' : `step \`${step.text}\``
  switch (status) {
    case 'failed':
      return `${subject} failed: ${message}`
    case 'ambiguous':
      return `${subject} matches more than one definition`
    case 'unknown':
      return `${subject} never finished`
    case 'undefined':
      return `${subject} is undefined${step?.message === undefined ? '' : `: ${step.message}`}`
    default:
      return `${subject} is ${status}`
  }
}

const LONGEST_MESSAGE = 300

function messageOf(step: StepRecord | undefined): string {
  if (step === undefined) return 'no step failed, so a hook did'
  const line = (step.message ?? '').split('\n').find((candidate) => candidate.trim() !== '')
  if (line === undefined) return 'it gave no message'
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE).trim()}…` : line.trim()
}
