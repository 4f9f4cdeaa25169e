import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import { ENGINES, type Engine } from '../vocabulary/engine.ts'
import type { GateCode } from '../vocabulary/gate-code.ts'
import type { SchemaRecord } from '../vocabulary/schema-record.ts'

/** The schema at both ends of what a run did, on one engine. */
export interface SchemaEnds {
  readonly engine: Engine
  /** The gate that showed the first, or null. */
  readonly gate: GateCode | null
  readonly first: SchemaRecord
  /** Undefined where the run showed one state only. */
  readonly last: SchemaRecord | undefined
}

/** The first and the last state whose schema a run has shown, for each of its engines. */
export function schemaEnds({ scenarios }: RunRecord): readonly SchemaEnds[] {
  return ENGINES.flatMap((engine) => {
    const own = scenarios.filter((scenario) => scenario.engine === engine)
    const order = orderOfMigrations(own)
    const shown = own
      .toSorted(byPlace)
      .flatMap(({ gate, schemas }) => schemas.map((schema) => ({ gate, schema })))
      .toSorted((one, other) => order.indexOf(one.schema.at) - order.indexOf(other.schema.at))
    const [first, last] = [shown[0], shown.at(-1)]
    if (first === undefined || last === undefined) return []
    const isOne = first.schema.at === last.schema.at
    return [{ engine, gate: first.gate, first: first.schema, last: isOne ? undefined : last.schema }]
  })
}

/** The longest way up that a scenario took: what no migration of it led to comes before all of them. */
function orderOfMigrations(scenarios: readonly ScenarioRecord[]): readonly string[] {
  const ways = scenarios.map(({ migrations }) => [
    ...new Set(migrations.filter(({ direction }) => direction === 'up').map(({ migration }) => migration)),
  ])
  return ways.reduce((longest, way) => (way.length > longest.length ? way : longest), [])
}

function byPlace(one: ScenarioRecord, other: ScenarioRecord): number {
  if (one.uri !== other.uri) return one.uri < other.uri ? -1 : 1
  return one.line - other.line
}
