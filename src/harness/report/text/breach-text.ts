import { isConfigured } from '../../gate/is-configured.ts'
import type { Judgement } from '../../gate/judgement.ts'
import { breachSentence } from '../../verdict/breach-sentence.ts'
import type { GateResult } from '../../verdict/decision.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { gateCommand } from '../gate-command.ts'
import { otherReasons } from '../other-reasons.ts'
import { usually } from '../usually.ts'
import { witnessHeading } from '../witness-heading.ts'

const WITNESSES = 5

/** A breached gate in the form of every error: what, the witnesses, the usual cause, and what next. */
export function breachText(gate: GateResult, run: RunRecord): string {
  const breaches = gate.judgements.filter(({ outcome }) => outcome === 'breached')
  return [
    ...breaches.flatMap((breach) => oneBreach(gate, breach)),
    ...otherReasons(gate).map((reason) => `  Also: ${oneLine(reason)}`),
    `  See reports/index.html#${gate.code}, or: ${gateCommand(gate, run)}`,
  ].join('\n')
}

function oneBreach(gate: GateResult, breach: Judgement): string[] {
  const advisory = gate.advisory ? ' (advisory: it warns and does not stop)' : ''
  const witnesses = breach.witnesses.slice(0, WITNESSES)
  return [
    `${gate.code} breached${advisory}: ${oneLine(breachSentence(breach))}`,
    ...(isConfigured(breach) ? [`  ${oneLine(breach.toleranceFrom ?? '')}`] : []),
    ...(witnesses.length === 0 ? [] : [`  ${witnessHeading(breach, WITNESSES)}`]),
    ...witnesses.map(({ where, what }) => `    ${oneLine(`${where}: ${what}`)}`),
    ...(breach.usualCause === undefined ? [] : [`  ${oneLine(usually(breach.usualCause))}`]),
  ]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
