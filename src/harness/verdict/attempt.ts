import type { RunRecord, ScenarioRecord, Superseded } from './run-record.ts'
import { type ScenarioOutcome, scenarioOutcome, whyOpen } from './scenario-outcome.ts'

/** A scenario in one of several runs. */
export interface Attempt {
  readonly run: RunRecord
  readonly scenario: ScenarioRecord
  readonly outcome: ScenarioOutcome
  /** Why it could not judge; empty where it did. */
  readonly why: string
}

/**
 * What a scenario came to in a run.
 * @param broken why the run as a whole is in doubt, where a later one asked all of it again: then only its breaches count
 */
export function attemptOf(run: RunRecord, scenario: ScenarioRecord, broken: string | undefined): Attempt {
  const outcome = scenarioOutcome(scenario)
  if (outcome === 'open') return { run, scenario, outcome, why: whyOpen(scenario) }
  return outcome === 'held' && broken !== undefined
    ? { run, scenario, outcome: 'open', why: broken }
    : { run, scenario, outcome, why: '' }
}

/** An attempt that does not count any more. */
export function supersededAttempt({ run, scenario, why }: Attempt): Superseded {
  const { gate, name, uri, line, engine, status } = scenario
  return { gate, name, uri, line, engine, status, why, startedAt: run.startedAt }
}
