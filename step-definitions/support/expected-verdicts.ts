import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Expectation } from '../../src/harness/measurement/unmet-expectations.ts'
import type { Engine } from '../../src/harness/vocabulary/engine.ts'
import { readRedTwin } from './red-twin.ts'
import type { RunDocument } from './run-document.ts'
import type { CommandResult } from './run-stagegate.ts'

const RED = resolve(import.meta.dirname, '../../fixtures/red')

/** The gate is breached, in the subject if one is named, and the run ends as a NO-GO. */
export function breachOf(
  gate: string,
  { document, exitCode }: CommandResult,
  subject?: string,
): readonly Expectation[] {
  const result = document.gates.find(({ code }) => code === gate)
  const reasons = result?.reasons.length ? ` (${result.reasons.join('; ')})` : ''
  const found = result?.outcome === 'breached' ? 'breached' : `${result?.outcome ?? 'unknown'}${reasons}`
  return [
    { of: gate, expected: 'breached', found },
    ...(subject === undefined
      ? []
      : [{ of: subject, expected: 'breached', found: outcomeOf(subject, result) }]),
    { of: 'verdict', expected: 'NO-GO', found: document.verdict },
    { of: 'exit code', expected: '1', found: String(exitCode) },
  ]
}

/** The worst that was said of a subject: the same one may stand in several scenarios. */
function outcomeOf(subject: string, gate: RunDocument['gates'][number] | undefined): string {
  const outcomes = gate?.judgements.filter((judgement) => judgement.subject === subject) ?? []
  return outcomes.some(({ outcome }) => outcome === 'breached')
    ? 'breached'
    : (outcomes[0]?.outcome ?? 'not judged')
}

/** The run ends as UNPROVEN, and somewhere says why. */
export function unprovenBecause(
  reason: string,
  { document, exitCode }: CommandResult,
): readonly Expectation[] {
  const said = [
    document.sentence,
    ...document.reasons,
    ...document.gates.flatMap(({ reasons }) => reasons),
  ].join('\n')
  return [
    { of: 'verdict', expected: 'UNPROVEN', found: document.verdict },
    { of: 'exit code', expected: '2', found: String(exitCode) },
    { of: 'what it says', expected: reason, found: said.includes(reason) ? reason : said },
  ]
}

/** The run ends as a GO that nobody can take for one of the whole plan. */
export function partialGo({ document, exitCode }: CommandResult): readonly Expectation[] {
  return [
    { of: 'verdict', expected: 'GO', found: document.verdict },
    { of: 'exit code', expected: '0', found: String(exitCode) },
    { of: 'complete', expected: 'false', found: String(document.complete) },
    {
      of: 'gates selected',
      expected: '1',
      found: String(document.gates.filter(({ selected }) => selected).length),
    },
    {
      of: 'what it says',
      expected: 'only',
      found: /\bonly\b/.exec(document.sentence)?.[0] ?? document.sentence,
    },
  ]
}

/** Every gate that the plan has on an engine, for fixtures or for real databases, has a file in `fixtures/red`, and the other way round. */
export async function twinsOfGates(
  runs: readonly CommandResult[],
  engine: Engine,
): Promise<readonly Expectation[]> {
  const files = (await readdir(RED)).flatMap((file) => /^([A-Z]{3}\d{3})\.json$/.exec(file)?.[1] ?? [])
  const engines = await Promise.all(files.map(async (code) => (await readRedTwin(code)).engine))
  const twins = files.filter((_, at) => engines[at] === undefined || engines[at] === engine)
  const gates = runs.flatMap(({ document }) => document.gates.map(({ code }) => code))
  return [...new Set([...gates, ...twins])].sort().map((code) => ({
    of: code,
    expected: 'gate and red twin',
    found: `${gates.includes(code) ? 'gate' : 'no gate'} and ${twins.includes(code) ? 'red twin' : 'no red twin'}`,
  }))
}

/** The verdict, and what somewhere is said with it. */
export function verdictSaying(
  verdict: string,
  words: string,
  { document }: CommandResult,
): readonly Expectation[] {
  const said = JSON.stringify(document)
  return [
    { of: 'verdict', expected: verdict, found: document.verdict },
    { of: 'what it says', expected: words, found: said.includes(words) ? words : document.sentence },
  ]
}
