import type { NotApplicable, ScenarioRecord } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { nearestName } from '../harness/vocabulary/nearest-name.ts'
import { collectScenario, type PlacedEvidence, type TestCaseTrace } from './collect-scenario.ts'
import type { Envelope, GherkinDocument } from './envelope.ts'
import { parseEvidence } from './evidence.ts'
import { planOutline } from './plan-outline.ts'
import { nearestSentence } from './sentences/nearest-sentence.ts'
import { vocabularyOf } from './sentences/vocabulary-of.ts'
import { stepMessage } from './step-message.ts'

/** What the message stream of one run says. */
export interface CollectedRun {
  /** Every feature file that could be parsed. */
  readonly documents: readonly GherkinDocument[]
  /** Every scenario that was selected, whether it ran or not. */
  readonly scenarios: readonly ScenarioRecord[]
  /** Those that said that they do not apply to the database. */
  readonly notApplicable: readonly NotApplicable[]
  /** Errors outside any scenario. */
  readonly errors: readonly string[]
  /** Where databases were kept. */
  readonly kept: readonly string[]
}

/**
 * Makes sense of Cucumber's messages, in whatever order the workers of a parallel run sent them. Nothing is dropped:
 * what cannot be understood is an error of the run.
 */
export function collectRun(envelopes: readonly Envelope[], engine: Engine): CollectedRun {
  const documents = pick(envelopes, 'gherkinDocument')
  const evidence = readEvidence(envelopes)
  const outline = planOutline(documents)
  const pickles = new Map(pick(envelopes, 'pickle').map((pickle) => [pickle.id, pickle]))
  const attempts = groupBy(pick(envelopes, 'testCaseStarted'), ({ testCaseId }) => testCaseId)
  const finished = new Map(pick(envelopes, 'testCaseFinished').map((end) => [end.testCaseStartedId, end]))
  const results = groupBy(pick(envelopes, 'testStepFinished'), ({ testCaseStartedId }) => testCaseStartedId)
  const hooks = new Map(pick(envelopes, 'hook').map((hook) => [hook.id, hook]))

  const vocabulary = vocabularyOf(envelopes)
  const errors = [...documentErrors(envelopes), ...hookErrors(envelopes), ...evidence.errors]
  const notApplicable: NotApplicable[] = []
  const scenarios = pick(envelopes, 'testCase').flatMap((testCase): ScenarioRecord[] => {
    const pickle = pickles.get(testCase.pickleId)
    if (pickle === undefined) {
      errors.push(`Cucumber announced a scenario that is in no feature file (${testCase.pickleId})`)
      return []
    }
    const started = attempts.get(testCase.id) ?? []
    const last = started.at(-1)
    if (started.length > 1)
      errors.push(
        `${pickle.uri}:${pickle.location?.line}: "${pickle.name}" ran ${started.length} times; a verdict rests on one`,
      )
    const trace: TestCaseTrace = {
      pickle,
      testCase,
      started: last,
      finished: last && finished.get(last.id),
      results: last === undefined ? [] : (results.get(last.id) ?? []),
      hooks,
      evidence: last === undefined ? [] : (evidence.byAttempt.get(last.id) ?? []),
      sayNearest: (text) => nearestSentence(text, vocabulary),
    }
    const scenario = collectScenario(trace, outline, engine)
    const why = trace.evidence.find((piece) => piece.kind === 'not applicable')?.why
    // Whoever says so has judged nothing, and ends there: otherwise a breach could be waved away.
    if (why === undefined || scenario.status !== 'skipped' || scenario.judgements.length > 0)
      return [scenario]
    const { gate, name, uri, line } = scenario
    notApplicable.push({ gate, name, uri, line, engine, why })
    return []
  })
  return { documents, scenarios, notApplicable, errors, kept: evidence.kept }
}

/** Feature files that do not parse, and step definitions that speak of a type nobody defined. */
function documentErrors(envelopes: readonly Envelope[]): string[] {
  return [
    ...pick(envelopes, 'parseError').map(({ source, message }) => `${source.uri} does not parse: ${message}`),
    ...pick(envelopes, 'undefinedParameterType').map(({ name, expression }) => {
      const nearest = nearestName(name, [...vocabularyOf(envelopes).types.keys()])
      const meant = nearest === undefined ? '' : `; {${nearest}}?`
      return `the parameter type {${name}} of the step "${expression}" is not defined${meant}`
    }),
  ]
}

/** Hooks of the whole run that failed, or that began and never ended. */
function hookErrors(envelopes: readonly Envelope[]): string[] {
  const hooks = new Map(pick(envelopes, 'hook').map((hook) => [hook.id, hook]))
  const ends = new Map(pick(envelopes, 'testRunHookFinished').map((end) => [end.testRunHookStartedId, end]))
  const messages = pick(envelopes, 'testRunHookStarted').flatMap(({ id, hookId }) => {
    const result = ends.get(id)?.result
    if (result?.status === 'PASSED' || result?.status === 'SKIPPED') return []
    const hook = hooks.get(hookId)
    const kind = hook?.type === 'AFTER_TEST_RUN' ? 'AfterAll' : 'BeforeAll'
    const place = `${hook?.sourceReference.uri}:${hook?.sourceReference.location?.line}`
    return [`the ${kind} hook at ${place} ${result ? `failed: ${stepMessage(result)}` : 'never finished'}`]
  })
  // Every worker of a parallel run says the same.
  return [...new Set(messages)]
}

function readEvidence(envelopes: readonly Envelope[]) {
  const byAttempt = new Map<string, PlacedEvidence[]>()
  const errors: string[] = []
  const kept: string[] = []
  for (const attachment of pick(envelopes, 'attachment')) {
    try {
      const evidence = parseEvidence(attachment)
      if (evidence === undefined) continue
      if (evidence.kind === 'kept') kept.push(evidence.target.location)
      if (attachment.testCaseStartedId === undefined) throw new Error('it belongs to no scenario')
      byAttempt.set(attachment.testCaseStartedId, [
        ...(byAttempt.get(attachment.testCaseStartedId) ?? []),
        { ...evidence, testStepId: attachment.testStepId },
      ])
    } catch (error) {
      errors.push(
        `a piece of evidence could not be read: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
  return { byAttempt, errors, kept }
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function pick<Key extends keyof Envelope>(
  envelopes: readonly Envelope[],
  key: Key,
): NonNullable<Envelope[Key]>[] {
  return envelopes.flatMap((envelope) => envelope[key] ?? [])
}
