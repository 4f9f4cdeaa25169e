import type { GateResult } from '../verdict/decision.ts'
import type { RunRecord } from '../verdict/run-record.ts'
import { scenariosAgainst } from './scenarios-against.ts'

/** A line of the plan: the file, relative to the project, and its line. */
export interface PlaceToLook {
  readonly uri: string
  readonly line: number
}

/** Where somebody begins who wants to know about a gate: the first scenario that speaks against it, else its Rule. */
export function placeToLook(gate: GateResult, run: RunRecord): PlaceToLook {
  const { uri, line } = scenariosAgainst(gate, run)[0] ?? gate
  return { uri, line }
}
