import { engineName } from '../vocabulary/engine.ts'
import { formatCount } from '../vocabulary/format.ts'
import type { GateResult } from './decision.ts'
import { inapplicableClause } from './inapplicable-clause.ts'
import { placeOf } from './place-of.ts'
import type { RunRecord } from './run-record.ts'
import { severalEngines } from './several-engines.ts'
import { shardName } from './shard-name.ts'
import type { Verdict } from './verdict.ts'

/** What the sentence is made of. */
export interface Grounds {
  readonly verdict: Verdict
  readonly gates: readonly GateResult[]
  readonly reasons: readonly string[]
  readonly complete: boolean
  readonly run: RunRecord
}

/** How many gates or reasons a sentence names before it only counts them. */
const NAMED = 3

/** One sentence that begins with the verdict and says why. A narrowed run's never reads like the whole plan's. */
export function verdictSentence(grounds: Grounds): string {
  const sentence = { GO: goSentence, 'NO-GO': noGoSentence, UNPROVEN: unprovenSentence }[grounds.verdict](
    grounds,
  )
  return sentence + inapplicableClause(grounds.run) + warningOf(grounds)
}

function goSentence({ gates, complete, run }: Grounds): string {
  const held = gates.filter((gate) => gate.outcome === 'held')
  if (!complete) {
    const selected = gates.filter((gate) => gate.selected).length
    const extent = `GO for ${selected} of ${count(gates, 'gate')} only (${narrowing(run)}${inPart(gates, run)}) on ${placeOf(run)}`
    return `${extent}: this is not a verdict on the whole plan`
  }
  const judgements = held.flatMap((gate) => gate.judgements)
  const population = formatCount(held.reduce((sum, gate) => sum + gate.population, 0))
  const who = held.length === gates.length ? allOf(gates) : `${held.length} of ${count(gates, 'gate')} held`
  return `GO: ${who} on ${placeOf(run)}, resting on ${count(judgements, 'judgement')} of ${population} rows and objects`
}

function noGoSentence({ gates, reasons, complete, run }: Grounds): string {
  const selected = gates.filter((gate) => gate.selected)
  const stopping = selected.filter((gate) => gate.outcome === 'breached' && !gate.advisory)
  const named = list(stopping.map((gate) => nameOf(gate, run)))
  const doubts = selected.filter((gate) => gate.outcome === 'vacuous').length + reasons.length
  const more = doubts === 0 ? '' : `; besides, ${counted(doubts, 'thing')} could not be proven`
  const among = complete ? count(gates, 'gate') : count(selected, 'selected gate')
  const extent = complete ? '' : ` (${narrowing(run)}; the plan has ${count(gates, 'gate')})`
  return `NO-GO: ${stopping.length} of ${among} ${isOrAre(stopping.length)} breached: ${named}${more}; judged on ${placeOf(run)}${extent}`
}

function unprovenSentence({ gates, reasons, complete, run }: Grounds): string {
  const selected = gates.filter((gate) => gate.selected)
  const vacuous = selected.filter((gate) => gate.outcome === 'vacuous')
  const doubts = [...emptiness(gates, selected, run), ...ofGates(vacuous, selected)]
  // Where nothing could run, the error that kept it from running says more than every gate without a scenario.
  const because =
    run.scenarios.length === 0 ? [...ofReasons(reasons), ...doubts] : [...doubts, ...ofReasons(reasons)]
  const extent =
    complete || selected.length === 0 ? '' : ` (${narrowing(run)}; the plan has ${count(gates, 'gate')})`
  return `UNPROVEN: ${because.join('; ')}; asked of ${placeOf(run)}${extent}`
}

function emptiness(gates: readonly GateResult[], selected: readonly GateResult[], run: RunRecord): string[] {
  if (gates.length === 0) return ['the plan has no gate']
  // What a run would have matched that never began, nobody knows.
  if (selected.length > 0 || run.errors.length > 0) return []
  const { tags, shard } = run.selection
  if (shard !== null) return [`${shardName(shard)} has no scenario`]
  return [tags === null ? 'no gate was selected' : `no gate's scenario matches ${tags}`]
}

function ofGates(vacuous: readonly GateResult[], selected: readonly GateResult[]): string[] {
  const [first, ...others] = vacuous
  if (first === undefined) return []
  const why = (gate: GateResult) => gate.reasons[0] ?? 'no evidence'
  if (others.length === 0) return [provesNothing(first.code, why(first))]
  const named = list(vacuous.map((gate) => `${gate.code} (${why(gate)})`))
  return [`${vacuous.length} of ${count(selected, 'gate')} prove nothing: ${named}`]
}

function provesNothing(code: string, why: string): string {
  return why.startsWith('looked at nothing') ? `${code} ${why}` : `${code} proves nothing: ${why}`
}

function ofReasons(reasons: readonly string[]): string[] {
  return reasons.length === 0 ? [] : [list(reasons.map(firstLine))]
}

function warningOf({ gates, run }: Grounds): string {
  const warned = gates.filter((gate) => gate.outcome === 'breached' && gate.advisory)
  if (warned.length === 0) return ''
  return `; warning: ${counted(warned.length, 'advisory gate')} breached: ${list(warned.map((gate) => nameOf(gate, run)))}`
}

/** A gate of which the selection ran some scenarios only has not been judged whole. */
function inPart(gates: readonly GateResult[], run: RunRecord): string {
  const partial = gates.filter((gate) => {
    const ran = run.scenarios.filter((scenario) => scenario.gate === gate.code).length
    const applied = run.gates.find((candidate) => candidate.code === gate.code)?.engines ?? []
    const asked = applied.filter(({ engine }) => run.engines.includes(engine))
    return gate.selected && ran < asked.reduce((sum, { scenarios }) => sum + scenarios, 0)
  })
  return partial.length === 0 ? '' : `; in part only: ${list(partial.map((gate) => gate.code))}`
}

function narrowing({ selection: { tags, shard, complete } }: RunRecord): string {
  const narrowed = tags === null ? 'narrowed' : `narrowed by ${tags}`
  if (shard === null) return narrowed
  return complete && tags === null ? shardName(shard) : `${shardName(shard)}, ${narrowed}`
}

/** Of a run on several engines, with those on which it is breached. */
function nameOf(gate: GateResult, run: RunRecord): string {
  const breached = gate.byEngine.filter(({ outcome }) => outcome === 'breached')
  const where = severalEngines(run) ? ` (${breached.map(({ engine }) => engineName(engine)).join(', ')})` : ''
  return `${gate.code} ${gate.title}${where}`
}

function allOf(gates: readonly GateResult[]): string {
  return gates.length === 1 ? 'the one gate held' : `all ${gates.length} gates held`
}

function list(items: readonly string[]): string {
  const more = items.length - NAMED
  return items.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function count(items: readonly unknown[], noun: string): string {
  return counted(items.length, noun)
}

function counted(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`
}

function isOrAre(number: number): string {
  return number === 1 ? 'is' : 'are'
}

/** Without its full stop: the sentence goes on. */
function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/\.$/, '')
}
