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
import { beside, type Room } from './room.ts'
import { type Block, withinLimit } from './within-limit.ts'

const WITNESSES = 5

/** A breached gate in its room: its breaches with their witnesses, and the command that judges it again. */
export function breachMarkdown(gate: GateResult, run: RunRecord, room: Room): Block {
  const breaches = gate.judgements.filter(({ outcome }) => outcome === 'breached')
  const word = gate.advisory ? 'breached, advisory' : 'breached'
  const again = `\nAgain: ${markdownCode(clip(gateCommand(gate, run)))}\n`
  const blocks = [
    `\n### ${gate.code} ${word}: ${markdownText(clip(gate.title))}\n\n`,
    ...breaches.map(oneBreach),
    ...otherReasons(gate).map((reason) => `- Also: ${markdownText(clip(reason))}\n`),
  ]
  return withinLimit(blocks, beside(room, again)) + again
}

function oneBreach(breach: Judgement): Block {
  const witnesses = breach.witnesses.slice(0, WITNESSES)
  const cause = breach.usualCause === undefined ? '' : ` ${markdownText(clip(usually(breach.usualCause)))}`
  const origin = isConfigured(breach) ? ` (${markdownText(clip(breach.toleranceFrom ?? ''))})` : ''
  const heading = witnesses.length === 0 ? '' : ` ${witnessHeading(breach, WITNESSES)}`
  return [
    `- **${markdownText(clip(breachSentence(breach)))}**${origin}.${cause}${heading}\n`,
    ...witnesses.map(({ where, what }) => `  - ${markdownCode(clip(where))}: ${markdownCode(clip(what))}\n`),
  ].join('')
}
