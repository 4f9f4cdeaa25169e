import type { RunRecord } from '../../verdict/run-record.ts'
import { severalEngines } from '../../verdict/several-engines.ts'
import { engineName } from '../../vocabulary/engine.ts'
import type { ShownPlan } from '../plans-of.ts'
import type { PlansOnEngine } from '../timing-subjects.ts'

/** Letters of a statement, and lines of a plan, that a page shows; run.json has all of them. */
const LONGEST_SQL = 2_000
const MOST_STEPS = 60

/** How each engine means to answer, folded up. */
export function PlansDetails({
  plans,
  run,
}: {
  readonly plans: readonly PlansOnEngine[]
  readonly run: RunRecord
}) {
  return (
    <>
      {plans.map(({ engine, plans: shown }) => (
        <details key={engine} class="plans">
          <summary>
            {shown.length === 1 ? 'The plan' : `The ${shown.length} plans`}
            {severalEngines(run) ? ` of ${engineName(engine)}` : ''}:{' '}
            {[...new Set(shown.flatMap(({ ways }) => ways))].join(', ')}
          </summary>
          {shown.map((plan) => (
            <Plan key={plan.sql} plan={plan} />
          ))}
        </details>
      ))}
    </>
  )
}

function Plan({ plan: { ways, sql, steps } }: { readonly plan: ShownPlan }) {
  const shown = steps.slice(0, MOST_STEPS)
  return (
    <div class="plan">
      <h4>{ways.join(', ')}</h4>
      <pre class="steps">
        {shown.join('\n')}
        {shown.length < steps.length ? `\n… and ${steps.length - shown.length} lines more` : ''}
      </pre>
      <pre class="sql">{sql.length > LONGEST_SQL ? `${sql.slice(0, LONGEST_SQL)}…` : sql}</pre>
    </div>
  )
}
