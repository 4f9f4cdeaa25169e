import type { Judgement } from '../harness/gate/judgement.ts'
import type { ScenarioRecord, StepRecord, StepStatus } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { gateCodeOfTag } from '../harness/vocabulary/gate-code.ts'
import type { Envelope } from './envelope.ts'
import type { Evidence } from './evidence.ts'
import type { PlacedScenario, PlanOutline } from './plan-outline.ts'
import { stepMessage } from './step-message.ts'

/** A piece of evidence, and what it was attached to. */
export type PlacedEvidence = Evidence & { readonly testStepId?: string | undefined }

/** Everything that the message stream said of one scenario. */
export interface TestCaseTrace {
  readonly pickle: NonNullable<Envelope['pickle']>
  readonly testCase: NonNullable<Envelope['testCase']>
  /** The last attempt; undefined when it never began. */
  readonly started: NonNullable<Envelope['testCaseStarted']> | undefined
  /** Undefined when it never ended: its worker died. */
  readonly finished: NonNullable<Envelope['testCaseFinished']> | undefined
  readonly results: readonly NonNullable<Envelope['testStepFinished']>[]
  readonly hooks: ReadonlyMap<string, NonNullable<Envelope['hook']>>
  readonly evidence: readonly PlacedEvidence[]
  /** Says which sentence was probably meant by a step that no definition matches. */
  sayNearest(text: string): string
}

type PickleStep = NonNullable<Envelope['pickle']>['steps'][number]

/** Best to worst. */
const SEVERITY: readonly StepStatus[] = [
  'passed',
  'skipped',
  'pending',
  'undefined',
  'ambiguous',
  'failed',
  'unknown',
]

/** One scenario as the verdict sees it. */
export function collectScenario(trace: TestCaseTrace, outline: PlanOutline, engine: Engine): ScenarioRecord {
  const { pickle, evidence } = trace
  const place = outline.scenarios.find(
    ({ uri, scenario }) => uri === pickle.uri && pickle.astNodeIds.includes(scenario.id),
  )
  const steps = stepsOf(trace, place)
  return {
    name: pickle.name,
    uri: pickle.uri,
    line: pickle.location?.line ?? place?.scenario.location.line ?? 0,
    engine,
    gate: gateOf(place),
    status: statusOf(trace, steps),
    milliseconds: elapsed(trace),
    steps,
    judgements: evidence.flatMap((piece) =>
      piece.kind === 'judgement' ? [{ ...originOf(piece, trace, place), ...piece.judgement }] : [],
    ),
    migrations: evidence.flatMap((piece) => (piece.kind === 'migration' ? [piece.step] : [])),
    timings: evidence.flatMap((piece) => (piece.kind === 'timing' ? [piece.timing] : [])),
    unmatched: evidence.flatMap((piece) => (piece.kind === 'unmatched' ? [piece.unmatched] : [])),
    plans: evidence.flatMap((piece) => (piece.kind === 'plan' ? [piece.plan] : [])),
    schemas: evidence.flatMap((piece) => (piece.kind === 'schema' ? [piece.schema] : [])),
    fingerprints: evidence.flatMap((piece) => (piece.kind === 'fingerprint' ? [piece.fingerprint] : [])),
  }
}

/** The gate of the Rule; tags that a scenario has of its own do not make it speak for another one. */
function gateOf(place: PlacedScenario | undefined): string | null {
  const codes = place?.rule?.tags.flatMap(({ name }) => gateCodeOfTag(name) ?? []) ?? []
  return codes.length === 1 ? (codes[0] ?? null) : null
}

function statusOf({ pickle, finished }: TestCaseTrace, steps: readonly StepRecord[]): StepStatus {
  if (pickle.steps.length === 0 || finished === undefined) return 'unknown'
  return steps.reduce<StepStatus>(
    (worst, { status }) => (SEVERITY.indexOf(status) > SEVERITY.indexOf(worst) ? status : worst),
    'passed',
  )
}

/** The steps in order; of the hooks only those that did not pass, in their places. */
function stepsOf(trace: TestCaseTrace, place: PlacedScenario | undefined): StepRecord[] {
  return trace.testCase.testSteps.flatMap((testStep): StepRecord[] => {
    const result = trace.results.find(({ testStepId }) => testStepId === testStep.id)?.testStepResult
    const status = (result?.status.toLowerCase() ?? 'unknown') as StepStatus
    const pickleStep = trace.pickle.steps.find(({ id }) => id === testStep.pickleStepId)
    const message = result && messageOf(status, result, trace, pickleStep)
    const record = {
      status,
      milliseconds: result === undefined ? 0 : result.duration.seconds * 1000 + result.duration.nanos / 1e6,
      ...(message === undefined ? {} : { message }),
    }
    if (testStep.hookId === undefined) return [{ text: textOf(pickleStep, place), ...record }]
    return status === 'passed' ? [] : [{ text: hookName(trace.hooks.get(testStep.hookId)), ...record }]
  })
}

function messageOf(
  status: StepStatus,
  result: Parameters<typeof stepMessage>[0],
  trace: TestCaseTrace,
  step: PickleStep | undefined,
): string | undefined {
  if (status === 'undefined' && step !== undefined) return trace.sayNearest(step.text)
  return status === 'failed' || status === 'ambiguous' ? stepMessage(result) : undefined
}

/** Where the tolerance of a judgement stands, unless it says so itself: in the step that judged. */
function originOf(
  { testStepId }: PlacedEvidence,
  { pickle, testCase }: TestCaseTrace,
  place: PlacedScenario | undefined,
): Pick<Judgement, 'toleranceFrom'> {
  const testStep = testCase.testSteps.find(({ id }) => id === testStepId)
  const step = pickle.steps.find(({ id }) => id === testStep?.pickleStepId)
  const written = writtenAs(step, place)
  return written === undefined ? {} : { toleranceFrom: `${pickle.uri}:${written.location.line}` }
}

function textOf(step: PickleStep | undefined, place: PlacedScenario | undefined): string {
  const written = writtenAs(step, place)
  return `${written?.keyword ?? ''}${step?.text ?? 'a step that is in no feature file'}`
}

/** A step as it stands in the feature file. */
function writtenAs(step: PickleStep | undefined, place: PlacedScenario | undefined) {
  return placedSteps(place).find(({ id }) => step?.astNodeIds.includes(id))
}

/** The steps that a scenario is made of, those of its backgrounds included. */
function placedSteps(place: PlacedScenario | undefined) {
  if (place === undefined) return []
  const backgrounds = [...place.feature.children, ...(place.rule?.children ?? [])]
  return [...backgrounds.flatMap(({ background }) => background?.steps ?? []), ...place.scenario.steps]
}

function hookName(hook: NonNullable<Envelope['hook']> | undefined): string {
  const kind = hook?.type === 'AFTER_TEST_CASE' ? 'After hook' : 'Before hook'
  return hook?.name ? `${kind} "${hook.name}"` : kind
}

function elapsed({ started, finished }: TestCaseTrace): number {
  if (started === undefined || finished === undefined) return 0
  const [from, to] = [started.timestamp, finished.timestamp]
  return Math.max(0, (to.seconds - from.seconds) * 1000 + (to.nanos - from.nanos) / 1e6)
}
