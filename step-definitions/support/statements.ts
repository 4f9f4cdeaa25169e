import type { NamedQuery } from '../../src/harness/observation/query-plan.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { withProduct } from '../../src/harness/target/with-product.ts'
import { ask, METHOD_NAMES, type Question } from './methods.ts'
import type { Product } from './product.ts'

/** The statements that a method sends, as they are sent: what is planned is what runs. */
export interface MethodStatements {
  readonly method: string
  readonly statements: readonly NamedQuery[]
}

/** Runs every method by id and takes down what it sends. */
export function statementsById(
  target: OpenTarget,
  { analyticsById }: Product,
  question: Question<number>,
): Promise<readonly MethodStatements[]> {
  return withProduct(target, async (connect) => {
    let sent: string[] = []
    const analytics = analyticsById(await connect({ onQuery: (sql) => sent.push(sql) }))
    const taken: MethodStatements[] = []
    for (const method of METHOD_NAMES) {
      sent = []
      await ask(method, analytics, question)
      const distinct = [...new Set(sent)]
      taken.push({
        method,
        statements: distinct.map((sql, at) => ({ name: `${method}, statement ${at + 1}`, sql })),
      })
    }
    return taken
  })
}
