import type { RunDocument } from '../verdict/decision.ts'
import { byUrgency } from './by-urgency.ts'
import { type OutcomeWord, outcomeWord } from './outcome-word.ts'
import { provenance } from './provenance.ts'
import { breachText } from './text/breach-text.ts'
import { gatesTable } from './text/gates-table.ts'
import { inapplicableText } from './text/inapplicable-text.ts'
import { migrationsText } from './text/migrations-text.ts'
import { type Palette, palette } from './text/palette.ts'
import { sinceText } from './text/since-text.ts'
import { sourceText } from './text/source-text.ts'
import { supersededText } from './text/superseded-text.ts'
import { tolerancesText } from './text/tolerances-text.ts'
import { unmatchedText } from './text/unmatched-text.ts'
import { visibleDocument } from './visible-document.ts'

/** How wide the text may be, in columns, and whether it may be coloured. */
export interface TextStyle {
  readonly width: number
  readonly color: boolean
}

/** A run for a terminal: where it comes from, its gates, what the migrations cost, what went wrong, and last of all the verdict. */
export function renderText(document: RunDocument, { width, color }: TextStyle): string {
  const shown = visibleDocument(document)
  const colors = palette(color)
  const sections = [
    factsOf(shown),
    sourceText(shown.run),
    gatesTable(shown, width, colors),
    tolerancesText(shown),
    inapplicableText(shown.run),
    ...migrationsText(shown.run),
    ...unmatchedText(shown.run),
    ...breaches(shown, 'breached'),
    ...vacuousGates(shown),
    ...outsideGates(shown),
    ...breaches(shown, 'warns'),
    supersededText(shown.run),
    sinceText(shown.since),
    verdict(shown, width, colors),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function factsOf({ run }: RunDocument): string {
  const facts = provenance(run)
  const width = Math.max(...facts.map(({ label }) => label.length))
  return facts.map(({ label, value }) => `${label.padEnd(width + 1)} ${value}`).join('\n')
}

function breaches({ gates, run }: RunDocument, word: OutcomeWord): string[] {
  return gates.filter((gate) => outcomeWord(gate) === word).map((gate) => breachText(gate, run))
}

function vacuousGates({ gates }: RunDocument): string[] {
  return byUrgency(gates)
    .filter((gate) => outcomeWord(gate) === 'vacuous')
    .map((gate) => [`${gate.code} proves nothing: ${gate.title}`, ...gate.reasons.map(indented)].join('\n'))
}

function outsideGates({ reasons }: RunDocument): string[] {
  return reasons.length === 0 ? [] : [['Besides the gates:', ...reasons.map(indented)].join('\n')]
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}

/** The last line, whole, under a rule: nobody should have to look for it, nor to join it from several lines. */
function verdict({ verdict: word, sentence }: RunDocument, width: number, colors: Palette): string {
  return ['═'.repeat(width), sentence.replaceAll('\n', ' ')]
    .map((line) => colors.verdict(word, line))
    .join('\n')
}
