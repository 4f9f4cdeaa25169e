import type { GateResult } from '../verdict/decision.ts'
import type { RunRecord } from '../verdict/run-record.ts'
import { severalEngines } from '../verdict/several-engines.ts'
import { type Engine, engineName } from '../vocabulary/engine.ts'
import { type OutcomeWord, outcomeWord } from './outcome-word.ts'

/** A column of a table of gates that says what they came to. */
export interface OutcomeColumn {
  /** `Outcome`, or the engine's name. */
  readonly head: string
  /** Undefined where the gate does not apply to the engine. */
  outcomeOf(gate: GateResult): OutcomeWord | undefined
}

/** One column for a run on one engine; of several engines one each, side by side. */
export function outcomeColumns(run: RunRecord): readonly OutcomeColumn[] {
  if (!severalEngines(run)) return [{ head: 'Outcome', outcomeOf: outcomeWord }]
  return run.engines.map((engine) => ({
    head: engineName(engine),
    outcomeOf: (gate) => outcomeOn(engine, gate),
  }))
}

function outcomeOn(engine: Engine, gate: GateResult): OutcomeWord | undefined {
  const result = gate.byEngine.find((part) => part.engine === engine)
  return result && outcomeWord({ ...gate, outcome: result.outcome })
}
