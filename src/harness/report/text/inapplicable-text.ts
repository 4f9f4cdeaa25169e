import type { RunRecord } from '../../verdict/run-record.ts'
import { inapplicableName } from '../inapplicable-name.ts'
import { type InapplicableScenario, inapplicableScenarios } from '../inapplicable-scenarios.ts'

/** What of the plan says nothing of the run's database, by reason, a scenario a line; nothing where all of it applies. */
export function inapplicableText(run: RunRecord): string {
  const inapplicable = inapplicableScenarios(run)
  if (inapplicable === undefined) return ''
  return [
    inapplicable.heading,
    ...inapplicable.groups.flatMap(({ why, scenarios }) => [
      `  ${why}:`,
      ...scenarios.map((scenario) => `    ${lineOf(scenario)}`),
    ]),
  ].join('\n')
}

function lineOf(scenario: InapplicableScenario): string {
  const { gate, uri, line } = scenario
  return `${gate === null ? '' : `${gate} `}${inapplicableName(scenario)} (${uri}:${line})`
}
