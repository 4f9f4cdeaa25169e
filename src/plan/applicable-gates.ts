import type { NotApplicable, PlannedGate } from '../harness/verdict/run-record.ts'

/**
 * The gates of a run without the scenarios of which it turned out that they do not apply to its database. A gate that has
 * no other one on any engine is left out.
 */
export function applicableGates(
  gates: readonly PlannedGate[],
  notApplicable: readonly NotApplicable[],
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
    return engines.length === 0 ? [] : [{ ...gate, engines }]
  })
}
