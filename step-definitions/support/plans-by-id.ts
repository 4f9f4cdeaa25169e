import { observeSentPlans, type SentQuery } from '../../src/harness/observation/observe-sent-plans.ts'
import type { QueryPlan } from '../../src/harness/observation/query-plan.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { withProduct } from '../../src/harness/target/with-product.ts'
import { ask, METHOD_NAMES, type Question } from './methods.ts'
import type { Product } from './product.ts'

/** How the engine means to answer what a method sends, or what the dashboard is made from. */
export interface MethodPlans {
  readonly method: string
  readonly plans: readonly QueryPlan[]
}

/**
 * Runs every method by id, makes the dashboard, and has each statement that was sent explained on the connection that
 * sent it, with the same parameters: what is explained is what ran.
 */
export function plansById(
  target: OpenTarget,
  product: Product,
  question: Question<number>,
): Promise<readonly MethodPlans[]> {
  return withProduct(target, async (connect) => {
    let sent: SentQuery[] = []
    const connection = await connect({
      onQuery: (sql, parameters) => sent.push({ name: sql, sql, parameters }),
    })
    const analytics = product.analyticsById(connection)
    const runs: readonly (readonly [string, () => Promise<unknown>])[] = [
      ...METHOD_NAMES.map((method) => [method, () => ask(method, analytics, question)] as const),
      [
        'the dashboard',
        async () => {
          const members = await product.membersById(connection)
          await product.dashboard(analytics, product.dashboardById(connection), members, question.cutoff)
        },
      ],
    ]
    const found: MethodPlans[] = []
    for (const [method, run] of runs) {
      sent = []
      await run()
      const distinct = [...new Map(sent.map((query) => [query.sql, query])).values()]
      const named = distinct.map((query, at) => ({ ...query, name: `${method}, statement ${at + 1}` }))
      found.push({ method, plans: await observeSentPlans(connection, target.engine, named) })
    }
    return found
  })
}
