import type { RunRecord } from '../harness/verdict/run-record.ts'
import { scenarioOutcome } from '../harness/verdict/scenario-outcome.ts'
import { type Engine, engineName } from '../harness/vocabulary/engine.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'

/**
 * The places of a run's scenarios that did not hold or could not judge on these engines: `features/a.feature:12`.
 * @param named the file of the run, for errors
 * @throws StagegateError when there is nothing to run again
 */
export function rerunPaths(
  { scenarios, errors }: RunRecord,
  engines: readonly Engine[],
  named: string,
): readonly string[] {
  const again = scenarios.filter(
    (scenario) => engines.includes(scenario.engine) && scenarioOutcome(scenario) !== 'held',
  )
  const paths = [...new Set(again.map(({ uri, line }) => `${uri}:${line}`))]
  if (paths.length > 0) return paths
  throw new StagegateError({
    what: `There is nothing to run again: every scenario of the run on ${engines.map(engineName).join(' and ')} held.`,
    where: `--rerun ${named}`,
    ...(errors.length === 0
      ? { next: 'Merge it as it is, or run the plan without --rerun.' }
      : {
          cause: `What keeps it from a GO is outside its scenarios: ${errors[0]?.split('\n', 1)[0]}`,
          next: 'Repeat the whole run, without --rerun.',
        }),
  })
}
