import { engineName } from '../vocabulary/engine.ts'
import type { Decision, GateResult } from './decision.ts'
import { gateResult } from './gate-result.ts'
import type { RunRecord, ScenarioRecord } from './run-record.ts'
import { scenarioTrouble } from './scenario-trouble.ts'
import { saidOn } from './several-engines.ts'
import type { Verdict } from './verdict.ts'
import { verdictSentence } from './verdict-sentence.ts'

/**
 * The verdict over a run. NO-GO when a gate that stops is breached; GO when every selected gate held and nothing
 * outside the gates is in doubt; UNPROVEN otherwise. It counts evidence: a scenario that passed proves nothing
 * unless it submitted a judgement that looked at something.
 */
export function decide(run: RunRecord): Decision {
  const { selection } = run
  const complete = selection.complete && selection.tags === null && selection.shard === null
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
    ...doubtOfSource(run),
    ...run.findings.map(({ uri, line, message }) => `${uri}:${line}: ${message}`),
    ...repeatedCodes(run),
    ...run.errors,
    ...scenariosOutsideGates(run),
  ]
}

/** Of a database of which nobody knows where it stands, nothing can be proven. It may be among the errors already. */
function doubtOfSource({ source, errors }: RunRecord): string[] {
  const doubt = source?.doubt ?? null
  return doubt === null || errors.some((error) => error.includes(doubt)) ? [] : [doubt]
}

/** Two Rules under one code would share their evidence: neither could be believed. */
function repeatedCodes({ gates }: RunRecord): string[] {
  const codes = gates.map((gate) => gate.code)
  return [...new Set(codes)]
    .filter((code) => codes.indexOf(code) !== codes.lastIndexOf(code))
    .map((code) => `${code} is the code of more than one Rule`)
}

function scenariosOutsideGates(run: RunRecord): string[] {
  return run.scenarios.flatMap((scenario) => {
    const doubt = doubtOf(scenario, run)
    return doubt === undefined ? [] : [saidOn(scenario.engine, doubt, run)]
  })
}

/** Why a scenario keeps the run from a GO, although no gate counts it. */
function doubtOf(scenario: ScenarioRecord, { gates, engines }: RunRecord): string | undefined {
  const { gate, engine, judgements } = scenario
  const where = `${scenario.uri}:${scenario.line}`
  if (!engines.includes(engine)) return `${where} ran on ${engineName(engine)}, which was not asked for`
  if (gate !== null) {
    const planned = gates.find(({ code }) => code === gate)
    if (planned === undefined) return `${where} belongs to ${gate}, which the plan does not have`
    const applies = planned.engines.some((applied) => applied.engine === engine)
    return applies ? undefined : `${where} belongs to ${gate}, which does not apply to ${engineName(engine)}`
  }
  const trouble = scenarioTrouble(scenario)
  if (trouble !== undefined) return `${trouble.text} (outside any gate)`
  // No gate would ever count this evidence; a breach must not go unheard.
  return judgements.some((judgement) => judgement.outcome === 'breached')
    ? `${where} judged a breach outside any gate`
    : undefined
}
