import type { NotApplicable, RunRecord } from '../verdict/run-record.ts'
import { formatCount } from '../vocabulary/format.ts'

/** A scenario that does not apply. */
export interface InapplicableScenario extends NotApplicable {
  /** How many rows of an outline, and engines, it stands for. */
  readonly times: number
}

/** Scenarios that do not apply for one and the same reason. */
export interface InapplicableGroup {
  readonly why: string
  readonly scenarios: readonly InapplicableScenario[]
}

/** What of the plan says nothing of the run's database. */
export interface Inapplicable {
  /** One sentence: how many scenarios, and which gates have no other. */
  readonly heading: string
  readonly groups: readonly InapplicableGroup[]
}

/** Undefined where the whole plan applies. */
export function inapplicableScenarios(run: RunRecord): Inapplicable | undefined {
  const { notApplicable } = run
  if (notApplicable.length === 0) return undefined
  const reasons = [...new Set(notApplicable.map(({ why }) => why))]
  const groups = reasons.map((why) => ({ why, scenarios: distinct(notApplicable, why) }))
  return { heading: headingOf(run), groups }
}

function distinct(all: readonly NotApplicable[], why: string): readonly InapplicableScenario[] {
  const places = new Map<string, InapplicableScenario>()
  for (const scenario of all.filter((each) => each.why === why)) {
    const place = `${scenario.uri}:${scenario.line} ${scenario.name}`
    const known = places.get(place)
    places.set(place, { ...(known ?? scenario), times: (known?.times ?? 0) + 1 })
  }
  return [...places.values()]
}

function headingOf({ notApplicable, gates, source }: RunRecord): string {
  const database = source === null ? 'this fixture' : 'a real database'
  const number = notApplicable.length
  const scenarios = number === 1 ? '1 scenario does' : `${formatCount(number)} scenarios do`
  const judged = new Set(gates.map(({ code }) => code))
  const left = [
    ...new Set(notApplicable.flatMap(({ gate }) => (gate === null || judged.has(gate) ? [] : [gate]))),
  ]
  const without =
    left.length === 0 ? '' : ` These gates have no other one, and were not judged: ${left.join(', ')}.`
  return `${scenarios} not apply to ${database}, and the verdict says nothing of them.${without}`
}
