import type { NotApplicable, PlannedGate } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'

/**
 * The gates of a run without the scenarios of which it turned out that they do not apply to its database. A gate that has
 * no other one on the engine of the run is left out.
 */
export function applicableGates(
  gates: readonly PlannedGate[],
  notApplicable: readonly NotApplicable[],
  engine: Engine,
): readonly PlannedGate[] {
  return gates.flatMap((gate) => {
    const of = notApplicable.filter(({ gate: code }) => code === gate.code)
    if (of.length === 0) return [gate]
    const engines = gate.engines
      .map(({ engine, scenarios }) => ({
        engine,
        scenarios: scenarios - of.filter((each) => each.engine === engine).length,
      }))
      .filter(({ scenarios }) => scenarios > 0)
    return engines.some((applied) => applied.engine === engine) ? [{ ...gate, engines }] : []
  })
}
