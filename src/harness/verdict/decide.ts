import type { Decision, GateResult, Verdict } from './decision.ts'
import { gateResult } from './gate-result.ts'
import type { RunRecord } from './run-record.ts'
import { scenarioTrouble } from './scenario-trouble.ts'
import { verdictSentence } from './verdict-sentence.ts'

/**
 * The verdict over a run. NO-GO when a gate that stops is breached; GO when every selected gate held and nothing
 * outside the gates is in doubt; UNPROVEN otherwise. It counts evidence: a scenario that passed proves nothing
 * unless it submitted a judgement that looked at something.
 */
export function decide(run: RunRecord): Decision {
  const complete = run.selection.complete && run.selection.tags === null
  const gates = run.gates.map((gate) => gateResult(gate, run, complete))
  const reasons = doubtsOutsideGates(run)
  const verdict = verdictOf(gates, reasons)
  const sentence = verdictSentence({ verdict, gates, reasons, complete, run })
  return { verdict, sentence, complete, gates, reasons }
}

function verdictOf(gates: readonly GateResult[], reasons: readonly string[]): Verdict {
  if (gates.some((gate) => gate.outcome === 'breached' && !gate.advisory)) return 'NO-GO'
  const selected = gates.filter((gate) => gate.selected)
  if (selected.length === 0 || reasons.length > 0) return 'UNPROVEN'
  return selected.some((gate) => gate.outcome === 'vacuous') ? 'UNPROVEN' : 'GO'
}

function doubtsOutsideGates(run: RunRecord): string[] {
  return [
    ...run.findings.map(({ uri, line, message }) => `${uri}:${line}: ${message}`),
    ...repeatedCodes(run),
    ...run.errors,
    ...scenariosOutsideGates(run),
  ]
}

/** Two Rules under one code would share their evidence: neither could be believed. */
function repeatedCodes({ gates }: RunRecord): string[] {
  const codes = gates.map((gate) => gate.code)
  return [...new Set(codes)]
    .filter((code) => codes.indexOf(code) !== codes.lastIndexOf(code))
    .map((code) => `${code} is the code of more than one Rule`)
}

function scenariosOutsideGates(run: RunRecord): string[] {
  const codes = new Set(run.gates.map((gate) => gate.code))
  return run.scenarios.flatMap((scenario) => {
    const { gate, uri, line, judgements } = scenario
    if (gate !== null && codes.has(gate)) return []
    if (gate !== null) return [`${uri}:${line} belongs to ${gate}, which the plan does not have`]
    const trouble = scenarioTrouble(scenario)
    if (trouble !== undefined) return [`${trouble.text} (outside any gate)`]
    // No gate would ever count this evidence; a breach must not go unheard.
    return judgements.some((judgement) => judgement.outcome === 'breached')
      ? [`${uri}:${line} judged a breach outside any gate`]
      : []
  })
}
