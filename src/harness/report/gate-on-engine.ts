import type { GateResult, RunDocument } from '../verdict/decision.ts'
import { gateResult } from '../verdict/gate-result.ts'
import { severalEngines } from '../verdict/several-engines.ts'
import type { Engine } from '../vocabulary/engine.ts'

/** What a gate came to on one engine of a run, in words that need not name the engine. */
export function gateOnEngine(
  gate: GateResult,
  engine: Engine,
  { run, complete }: Pick<RunDocument, 'run' | 'complete'>,
): GateResult {
  if (!severalEngines(run)) return gate
  const planned = run.gates.find(({ code, uri, line }) => [code, uri, line].join() === placeOf(gate))
  return planned === undefined ? gate : gateResult(planned, { ...run, engines: [engine] }, complete)
}

function placeOf({ code, uri, line }: GateResult): string {
  return [code, uri, line].join()
}
