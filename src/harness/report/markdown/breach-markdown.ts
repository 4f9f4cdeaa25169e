import { isConfigured } from '../../gate/is-configured.ts'
import type { Judgement } from '../../gate/judgement.ts'
import { breachSentence } from '../../verdict/breach-sentence.ts'
import type { GateResult } from '../../verdict/decision.ts'
import type { RunRecord } from '../../verdict/run-record.ts'
import { gateCommand } from '../gate-command.ts'
import { otherReasons } from '../other-reasons.ts'
import { usually } from '../usually.ts'
import { witnessHeading } from '../witness-heading.ts'
import { clip } from './clip.ts'
import { markdownCode } from './markdown-code.ts'
import { markdownText } from './markdown-text.ts'

const WITNESSES = 5

/** A breached gate: its breaches with their witnesses, and the command that judges it again. */
export function breachMarkdown(gate: GateResult, run: RunRecord): string {
  const breaches = gate.judgements.filter(({ outcome }) => outcome === 'breached')
  const word = gate.advisory ? 'breached, advisory' : 'breached'
  return [
    `\n### ${gate.code} ${word}: ${markdownText(gate.title)}\n\n`,
    ...breaches.map(oneBreach),
    ...otherReasons(gate).map((reason) => `- Also: ${markdownText(clip(reason))}\n`),
    `\nAgain: ${markdownCode(gateCommand(gate, run))}\n`,
  ].join('')
}

function oneBreach(breach: Judgement): string {
  const witnesses = breach.witnesses.slice(0, WITNESSES)
  const cause = breach.usualCause === undefined ? '' : ` ${markdownText(clip(usually(breach.usualCause)))}`
  const origin = isConfigured(breach) ? ` (${markdownText(clip(breach.toleranceFrom ?? ''))})` : ''
  const heading = witnesses.length === 0 ? '' : ` ${witnessHeading(breach, WITNESSES)}`
  return [
    `- **${markdownText(clip(breachSentence(breach)))}**${origin}.${cause}${heading}\n`,
    ...witnesses.map(({ where, what }) => `  - ${markdownCode(clip(where))}: ${markdownCode(clip(what))}\n`),
  ].join('')
}
