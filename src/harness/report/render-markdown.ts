import type { GateResult, RunDocument } from '../verdict/decision.ts'
import { formatCount } from '../vocabulary/format.ts'
import { byUrgency } from './by-urgency.ts'
import { breachMarkdown } from './markdown/breach-markdown.ts'
import { clip } from './markdown/clip.ts'
import { inapplicableMarkdown } from './markdown/inapplicable-markdown.ts'
import { markdownCode } from './markdown/markdown-code.ts'
import { markdownText } from './markdown/markdown-text.ts'
import { sourceMarkdown } from './markdown/source-markdown.ts'
import { timingsMarkdown } from './markdown/timings-markdown.ts'
import { tolerancesMarkdown } from './markdown/tolerances-markdown.ts'
import { unmatchedMarkdown } from './markdown/unmatched-markdown.ts'
import { withinLimit } from './markdown/within-limit.ts'
import { type OutcomeColumn, outcomeColumns } from './outcome-columns.ts'
import { outcomeWord } from './outcome-word.ts'
import { provenance } from './provenance.ts'
import { visibleDocument } from './visible-document.ts'

/** Hosts refuse comments beyond some 65,000 characters. */
const LIMIT = 60_000
/** What stands before the breaches must not push them out. */
const DATABASE = 6_000
const TOLERANCES = 4_000
const UNMATCHED = 8_000
const TIMINGS = 12_000
const INAPPLICABLE = 6_000
/** The longest sentence and the longest fact: the verdict is always whole, so it and the facts at the end are bounded. */
const LONGEST_SENTENCE = 3000
const LONGEST_FACT = 400

/** A run as a Markdown summary of less than 60,000 characters: verdict, database, gates, timings, breaches, provenance. */
export function renderMarkdown(document: RunDocument): string {
  const shown = visibleDocument(document)
  const gates = byUrgency(shown.gates)
  const breached = gates.filter((gate) => gate.selected && gate.outcome === 'breached')
  const vacuous = gates.filter((gate) => outcomeWord(gate) === 'vacuous')
  const origin = facts(shown)
  const columns = outcomeColumns(shown.run)
  const text = withinLimit(
    [
      heading(shown),
      ...sourceMarkdown(shown.run, DATABASE),
      head(columns),
      ...gates.map((gate) => row(gate, columns)),
      ...tolerancesMarkdown(shown, TOLERANCES),
      ...unmatchedMarkdown(shown.run, UNMATCHED),
      ...timingsMarkdown(shown.run, TIMINGS),
      ...breached.map((gate) => breachMarkdown(gate, shown.run)),
      ...vacuous.map(vacuousGate),
      ...outsideGates(shown.reasons),
      ...inapplicableMarkdown(shown.run, INAPPLICABLE),
    ],
    LIMIT - 1 - origin.length,
  )
  return text + origin
}

function heading({ verdict, complete, sentence }: RunDocument): string {
  const narrowed = complete ? '' : ' (narrowed run)'
  return `## Stagegate: ${verdict}${narrowed}\n\n**${markdownText(clip(sentence, LONGEST_SENTENCE))}**\n`
}

function facts({ run }: RunDocument): string {
  const lines = provenance(run).map(
    ({ label, value }) => `- ${label}: ${markdownCode(clip(value, LONGEST_FACT))}\n`,
  )
  return `\n### What it rests on\n\n${lines.join('')}`
}

function head(columns: readonly OutcomeColumn[]): string {
  const heads = ['Gate', 'What must hold', ...columns.map((column) => column.head), 'Measured', 'Tolerance']
  return `\n| ${heads.join(' | ')} | Population |\n|${' --- |'.repeat(heads.length)} ---: |\n`
}

function row(gate: GateResult, columns: readonly OutcomeColumn[]): string {
  const cells = [
    gate.code,
    markdownText(clip(gate.title)),
    ...columns.map((column) => {
      const word = column.outcomeOf(gate) ?? '-'
      return word === 'breached' || word === 'vacuous' ? `**${word}**` : word
    }),
    markdownText(clip(gate.measured)),
    markdownText(clip(gate.tolerance)) + (gate.toleranceFrom === undefined ? '' : ' (configured)') || '-',
    formatCount(gate.population),
  ]
  return `| ${cells.join(' | ')} |\n`
}

function vacuousGate(gate: GateResult): string {
  const reasons = gate.reasons.map((reason) => `- ${markdownText(clip(reason))}\n`)
  return `\n### ${gate.code} proves nothing: ${markdownText(clip(gate.title))}\n\n${reasons.join('')}`
}

function outsideGates(reasons: readonly string[]): string[] {
  if (reasons.length === 0) return []
  return ['\n### Besides the gates\n\n', ...reasons.map((reason) => `- ${markdownText(clip(reason))}\n`)]
}
