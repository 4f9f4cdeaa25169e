import type { GateResult, RunDocument } from '../../verdict/decision.ts'
import { formatCount } from '../../vocabulary/format.ts'
import { byUrgency } from '../by-urgency.ts'
import { type OutcomeColumn, outcomeColumns } from '../outcome-columns.ts'
import { outcomeWord } from '../outcome-word.ts'
import { provenance } from '../provenance.ts'
import { visibleDocument } from '../visible-document.ts'
import { breachMarkdown } from './breach-markdown.ts'
import { clip } from './clip.ts'
import { clipRendered } from './clip-rendered.ts'
import { inapplicableMarkdown } from './inapplicable-markdown.ts'
import { markdownCode } from './markdown-code.ts'
import { markdownText } from './markdown-text.ts'
import { beside, partOf, type Room, sizeIn } from './room.ts'
import { sinceMarkdown } from './since-markdown.ts'
import { sourceMarkdown } from './source-markdown.ts'
import { timingsMarkdown } from './timings-markdown.ts'
import { tolerancesMarkdown } from './tolerances-markdown.ts'
import { unmatchedMarkdown } from './unmatched-markdown.ts'
import { type Block, withinLimit } from './within-limit.ts'

/** Which part of the page a section may have at the most, so that it does not push out what stands below it. */
const SHARES = {
  gates: 0.45,
  breach: 0.2,
  database: 0.1,
  tolerances: 0.07,
  unmatched: 0.13,
  timings: 0.2,
  inapplicable: 0.1,
}
/** In characters. The verdict is always whole, so that only what no plan says is ever cut from its sentence. */
const LONGEST_SENTENCE = 13_000
const LONGEST_FACT = 2_000

/**
 * A run as a page of Markdown that fits into the room. Verdict, sentence and the codes of all breached gates come
 * first and are never cut; then the gates, what is wrong with them, and the rest.
 */
export function markdownPage(document: RunDocument, room: Room): string {
  const shown = visibleDocument(document)
  const head = heading(shown)
  const origin = facts(shown)
  const left = beside(room, head)
  if (sizeIn(left, origin) > left.most / 2) return head + withinLimit(body(shown, left), left)
  return head + withinLimit(body(shown, left), beside(left, origin)) + origin
}

function body(shown: RunDocument, room: Room): readonly Block[] {
  const { run } = shown
  const gates = byUrgency(shown.gates)
  const columns = outcomeColumns(run)
  const share = (section: keyof typeof SHARES) => partOf(room, SHARES[section])
  const breached = gates.filter((gate) => gate.selected && gate.outcome === 'breached')
  const vacuous = gates.filter((gate) => outcomeWord(gate) === 'vacuous')
  return [
    withinLimit([head(columns), ...gates.map((gate) => row(gate, columns))], share('gates')),
    ...sinceMarkdown(shown.since),
    ...breached.map((gate) => breachMarkdown(gate, run, share('breach'))),
    ...vacuous.map(vacuousGate),
    ...outsideGates(shown.reasons),
    ...sourceMarkdown(run, share('database')),
    ...tolerancesMarkdown(shown, share('tolerances')),
    ...unmatchedMarkdown(run, share('unmatched')),
    ...timingsMarkdown(run, share('timings')),
    ...inapplicableMarkdown(run, share('inapplicable')),
  ]
}

function heading({ verdict, complete, sentence, gates }: RunDocument): Block {
  const narrowed = complete ? '' : ' (narrowed run)'
  const said = clipRendered(sentence, markdownText, LONGEST_SENTENCE)
  const breached = byUrgency(gates).filter((gate) => gate.selected && gate.outcome === 'breached')
  const codes = breached.map(({ code, advisory }) => (advisory ? `${code} (advisory)` : code))
  const list = codes.length === 0 ? '' : `\nBreached (${formatCount(codes.length)}): ${codes.join(', ')}\n`
  return `## Stagegate: ${verdict}${narrowed}\n\n**${said}**\n${list}`
}

function facts({ run }: RunDocument): Block {
  const lines = provenance(run).map(
    ({ label, value }) => `- ${label}: ${clipRendered(value, markdownCode, LONGEST_FACT)}\n`,
  )
  return `\n### What it rests on\n\n${lines.join('')}`
}

function head(columns: readonly OutcomeColumn[]): Block {
  const heads = ['Gate', 'What must hold', ...columns.map((column) => column.head), 'Measured', 'Tolerance']
  return `\n| ${heads.join(' | ')} | Population |\n|${' --- |'.repeat(heads.length)} ---: |\n`
}

function row(gate: GateResult, columns: readonly OutcomeColumn[]): Block {
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

function vacuousGate(gate: GateResult): Block {
  const reasons = gate.reasons.map((reason) => `- ${markdownText(clip(reason))}\n`)
  return `\n### ${gate.code} proves nothing: ${markdownText(clip(gate.title))}\n\n${reasons.join('')}`
}

function outsideGates(reasons: readonly string[]): readonly Block[] {
  if (reasons.length === 0) return []
  const [first, ...others] = reasons.map((reason) => `- ${markdownText(clip(reason))}\n`)
  return [`\n### Besides the gates\n\n${first}`, ...others]
}
