import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { withProduct } from '../../src/harness/target/with-product.ts'
import { type Answers, ask, type Question } from './methods.ts'
import type { Product } from './product.ts'

/** What the family by username answers, by normalised name. */
export function answersByUsername(
  target: OpenTarget,
  { analyticsByUsername }: Product,
  method: string | undefined,
  question: Question<string>,
): Promise<Answers<string>> {
  return withProduct(target, async (connect) => ask(method, analyticsByUsername(await connect()), question))
}

/** What the family by id answers, by the member's id. */
export function answersById(
  target: OpenTarget,
  { analyticsById }: Product,
  method: string | undefined,
  question: Question<number>,
): Promise<Answers<number>> {
  return withProduct(target, async (connect) => ask(method, analyticsById(await connect()), question))
}
