import type { OpenTarget } from '../target/open-target.ts'
import type { NamedQuery, QueryPlan } from './query-plan.ts'
import { withObserver } from './with-observer.ts'

/**
 * How the engine means to answer each query, in the order given. Nothing is run; parameters are left unbound.
 * @throws Error that names a query's statement when the engine does not understand it.
 */
export function observePlans(
  target: OpenTarget,
  queries: readonly NamedQuery[],
): Promise<readonly QueryPlan[]> {
  return withObserver(target, async ({ db, dialect }) => {
    const plans: QueryPlan[] = []
    for (const query of queries) plans.push(await dialect.readPlan(db, query))
    return plans
  })
}
