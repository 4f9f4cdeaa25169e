import type { Shard } from '../harness/verdict/run-record.ts'

/** What a scenario has to say of itself to be dealt out. */
export interface DealtScenario {
  readonly uri: string
  readonly line: number
  /** It looks back on the whole run: every shard has to look back on itself. */
  readonly isLast: boolean
}

/**
 * The scenarios of one shard, in the order in which they were given. They are dealt out like cards, in the order of file
 * and line: the shards have equal numbers (or one more), neighbours, which often cost the same, go apart, and whoever
 * asks for the same scenarios gets the same ones, in whatever order.
 */
export function dealShard<Scenario extends DealtScenario>(
  scenarios: readonly Scenario[],
  { index, of }: Shard,
): readonly Scenario[] {
  const dealt = scenarios.filter(({ isLast }) => !isLast).sort(byPlace)
  const mine = new Set(dealt.filter((_, at) => at % of === index - 1))
  return scenarios.filter((scenario) => scenario.isLast || mine.has(scenario))
}

function byPlace(one: DealtScenario, other: DealtScenario): number {
  if (one.uri !== other.uri) return one.uri < other.uri ? -1 : 1
  return one.line - other.line
}
