import { isConfigured } from '../../gate/is-configured.ts'
import type { Judgement } from '../../gate/judgement.ts'
import type { GateResult } from '../../verdict/decision.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { formatCount } from '../../vocabulary/format.ts'
import { gateCommand } from '../gate-command.ts'
import { otherReasons } from '../other-reasons.ts'
import { scenariosAgainst } from '../scenarios-against.ts'
import { usually } from '../usually.ts'
import { witnessHeading } from '../witness-heading.ts'

/** How many scenarios are named; of many rows of an outline the first ones are enough. */
const NAMED = 10

/** All that somebody needs who sees nothing but this text: what is wrong, the proof, the usual cause, and what next. */
export function gateExplanation(gate: GateResult, run: RunRecord): string {
  const breaches = gate.judgements.filter(({ outcome }) => outcome === 'breached')
  const reasons = otherReasons(gate)
  return [
    `${gate.code} ${gate.outcome === 'breached' ? 'breached' : 'proves nothing'}: ${gate.title}`,
    '',
    ...breaches.flatMap(oneBreach),
    ...reasons.map((reason) => `${breaches.length === 0 ? '' : 'Also: '}${reason}`),
    '',
    ...placesOf(gate, run),
    ...(gate.description === '' ? [] : [`Why it is asked for: ${gate.description}`]),
    `Next: see index.html#${gate.code} of this run, or judge it again: ${gateCommand(gate, run)}`,
  ].join('\n')
}

function oneBreach(breach: Judgement): string[] {
  const { subject, measured, tolerance, toleranceFrom, population, witnesses, usualCause } = breach
  return [
    subject,
    `  Measured: ${measured}`,
    `  Tolerance: ${tolerance}${isConfigured(breach) ? ` (${toleranceFrom})` : ''}`,
    `  Population: ${formatCount(population)}`,
    ...(witnesses.length === 0 ? [] : [`  ${witnessHeading(breach, witnesses.length)}`]),
    ...witnesses.map(({ where, what }) => `    ${where}: ${what}`),
    ...(usualCause === undefined ? [] : [`  ${usually(usualCause)}`]),
  ]
}

function placesOf(gate: GateResult, run: RunRecord): string[] {
  const scenarios = scenariosAgainst(gate, run)
  const more = scenarios.length - NAMED
  return [
    ...scenarios.slice(0, NAMED).map(({ uri, line, name }) => `Scenario: ${uri}:${line} ${name}`),
    ...(more > 0 ? [`and ${formatCount(more)} more scenarios`] : []),
    `Gate: ${gate.uri}:${gate.line}`,
  ]
}
