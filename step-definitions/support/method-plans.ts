import { observeSentPlans, type SentQuery } from '../../src/harness/observation/observe-sent-plans.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { withProduct } from '../../src/harness/target/with-product.ts'
import type { PlannedQuery } from '../../src/harness/vocabulary/planned-query.ts'
import { ask } from './methods.ts'
import type { Product } from './product.ts'
import { questionsTo } from './timed-methods.ts'

/** A family of methods, as plans and timings call it. */
export type Way = 'by id' | 'by username'

/**
 * How the engine means to answer what methods send, way by way: each method is asked once, and every statement that it sent
 * is explained on the connection that sent it.
 */
export async function methodPlans(
  target: OpenTarget,
  product: Product,
  days: number,
  methods: readonly (string | undefined)[],
  ways: readonly Way[],
): Promise<readonly PlannedQuery[]> {
  const { byId, byUsername } = await questionsTo(target, product, days)
  return withProduct(target, async (connect) => {
    let sent: SentQuery[] = []
    const connection = await connect({
      onQuery: (sql, parameters) => sent.push({ name: sql, sql, parameters }),
    })
    const ids = product.analyticsById(connection)
    const names = product.analyticsByUsername(connection)
    const found: PlannedQuery[] = []
    for (const method of methods) {
      for (const way of ways) {
        sent = []
        await (way === 'by id' ? ask(method, ids, byId) : ask(method, names, byUsername))
        const distinct = [...new Map(sent.map((query) => [query.sql, query])).values()]
        const plans = await observeSentPlans(connection, target.engine, distinct)
        found.push(
          ...plans.map(({ name: sql, steps }) => ({ subject: method ?? '', way, sql, steps: [...steps] })),
        )
      }
    }
    return found
  })
}
