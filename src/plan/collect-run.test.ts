import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { ScenarioRecord } from '../harness/verdict/run-record.ts'
import type { SchemaRecord } from '../harness/vocabulary/schema-record.ts'
import type { StateFingerprint } from '../harness/vocabulary/state-fingerprint.ts'
import type { UnmatchedRows } from '../harness/vocabulary/unmatched.ts'
import { collectRun } from './collect-run.ts'
import type { Envelope } from './envelope.ts'
import {
  attachFingerprint,
  attachJudgement,
  attachKept,
  attachMigration,
  attachPlan,
  attachSchema,
  attachTiming,
  attachUnmatched,
} from './evidence.ts'
import { parsePlan } from './testing/parse-plan.ts'

const PLAN = `Feature: f
  Background:
    Given a background

  @DAT301
  Rule: r
    Scenario Outline: <n> rows
      When something
      Then it holds
      Examples:
        | n |
        | 1 |
        | 2 |
    Scenario: empty
`
/** Behind a Rule there is no outside any more: what follows it belongs to it, however it is indented. */
const OUTSIDE = `${'\n'.repeat(28)}Feature: g
  Scenario: outside
    Given a
`
const judgement = {
  subject: 'users.id',
  outcome: 'held',
  measured: '10 of 10',
  tolerance: '100 %',
  population: 10,
  witnesses: [],
  witnessCount: 0,
} as const
const step = {
  migration: 'M',
  direction: 'up',
  milliseconds: 1.5,
  statements: 1,
  slowest: [],
  bytesBefore: 1,
  bytesAfter: 2,
} as const
const timing = {
  subject: 'message counts',
  clock: 'wall clock',
  operations: [
    { name: 'by username', milliseconds: [24.5, 0] },
    { name: 'by id', rows: 10, milliseconds: [0.92] },
  ],
} as const

const planned = {
  subject: 'latest snapshots',
  way: 'by id',
  sql: 'SELECT 1',
  steps: ['SCAN CONSTANT ROW'],
} as const
const schema: SchemaRecord = {
  at: 'DedupSnapshots',
  catalog: { tables: [], views: [], triggers: [], virtualTables: [] },
}
const hash = 'a'.repeat(64)
const fingerprint: StateFingerprint = {
  ...{ moment: 'back', at: 'DedupSnapshots', catalog: hash },
  tables: [{ table: 'members', rows: 3, hash }],
}
const unmatched: UnmatchedRows = {
  ...{ link: 'messages.user_id', rows: 10, linked: 5, exactly: 4, ignoringCase: 5, normalised: 7 },
  ...{ withAliases: 8, skipped: 1, nameCount: 2 },
  names: [
    {
      ...{ name: 'b o b', rows: 2, firstSeen: '2025-01-01', lastSeen: '2025-01-02' },
      ...{ nearest: { name: 'Bob', distance: 0 }, known: 'normalised', member: 'Bob' },
    },
    { name: null, rows: 3, firstSeen: null, lastSeen: null, nearest: null, known: null, member: null },
  ],
}

let plan: readonly Envelope[]
before(async () => {
  plan = await parsePlan({ 'features/a.feature': PLAN, 'features/b.feature': OUTSIDE })
})

/** The messages of a run in which the named scenario's steps and hooks end as told; null never ends. */
function ran(
  line: number,
  statuses: readonly (string | null)[],
  more: readonly unknown[] = [],
): readonly Envelope[] {
  const pickle = plan
    .flatMap((envelope) => envelope.pickle ?? [])
    .find(({ location }) => location?.line === line)
  if (pickle === undefined) throw new Error(`no scenario at ${line}`)
  const id = `case-${line}`
  const testSteps = [
    { id: `${id}-before`, hookId: 'before' },
    ...pickle.steps.map((pickleStep, index) => ({ id: `${id}-${index}`, pickleStepId: pickleStep.id })),
    { id: `${id}-after`, hookId: 'after' },
  ]
  const results = testSteps.flatMap((testStep, index) => {
    const status = statuses[index]
    if (status === null || status === undefined) return []
    const result = { status, duration: { seconds: 0, nanos: 2_000_000 }, message: `message of ${status}` }
    return [
      {
        testStepFinished: {
          testCaseStartedId: `${id}-started`,
          testStepId: testStep.id,
          testStepResult: result,
        },
      },
    ]
  })
  const whole = results.length === testSteps.length
  return [
    { testCase: { id, pickleId: pickle.id, testSteps } },
    {
      testCaseStarted: {
        id: `${id}-started`,
        testCaseId: id,
        attempt: 0,
        timestamp: { seconds: 1, nanos: 0 },
      },
    },
    ...results,
    ...more,
    ...(whole
      ? [{ testCaseFinished: { testCaseStartedId: `${id}-started`, timestamp: { seconds: 1, nanos: 5e6 } } }]
      : []),
  ] as unknown as readonly Envelope[]
}

const HOOKS = [
  { hook: { id: 'before', type: 'BEFORE_TEST_CASE', sourceReference: {} } },
  { hook: { id: 'after', type: 'AFTER_TEST_CASE', name: 'tidy up', sourceReference: {} } },
] as unknown as readonly Envelope[]

function collect(...messages: readonly (readonly Envelope[])[]) {
  return collectRun([...plan, ...HOOKS, ...messages.flat()], 'postgres')
}

function only(scenarios: readonly ScenarioRecord[]): ScenarioRecord {
  const [first, ...others] = scenarios
  if (first === undefined || others.length > 0) throw new Error(`${scenarios.length} scenarios`)
  return first
}

function attached(
  line: number,
  attach: (into: (body: string, mediaType: string) => void) => void,
  testStepId?: string,
): readonly unknown[] {
  const attachments: unknown[] = []
  attach((body, mediaType) =>
    attachments.push({
      attachment: {
        body,
        mediaType,
        contentEncoding: 'IDENTITY',
        testCaseStartedId: `case-${line}-started`,
        ...(testStepId === undefined ? {} : { testStepId }),
      },
    }),
  )
  return attachments
}

describe('a scenario that passed', () => {
  it('is known by its row, its gate, its steps and its evidence', () => {
    const evidence = attached(12, (attach) => {
      attachJudgement(attach, judgement)
      attachMigration(attach, step)
      attachTiming(attach, timing)
      attachUnmatched(attach, unmatched)
      attachPlan(attach, planned)
      attachSchema(attach, schema)
      attachFingerprint(attach, fingerprint)
      attachKept(attach, { location: '/kept.db' })
      attach('a line', 'text/x.cucumber.log+plain')
    })
    const run = collect(ran(12, Array(5).fill('PASSED'), evidence))
    expect(only(run.scenarios)).to.deep.equal({
      name: '1 rows',
      uri: 'features/a.feature',
      line: 12,
      engine: 'postgres',
      gate: 'DAT301',
      status: 'passed',
      milliseconds: 5,
      steps: [
        { text: 'Given a background', status: 'passed', milliseconds: 2 },
        { text: 'When something', status: 'passed', milliseconds: 2 },
        { text: 'Then it holds', status: 'passed', milliseconds: 2 },
      ],
      judgements: [judgement],
      migrations: [step],
      timings: [timing],
      unmatched: [unmatched],
      plans: [planned],
      schemas: [schema],
      fingerprints: [fingerprint],
    })
    expect(run.errors).to.deep.equal([])
    expect(run.kept).to.deep.equal(['/kept.db'])
  })

  it('has the tolerance of a judgement from the step that judged, unless it says so itself', () => {
    const ofAnother = { ...judgement, toleranceFrom: 'stagegate.config.ts, environment staging: so' }
    const evidence = ['case-12-0', 'case-12-2', 'case-12-before', 'case-12-9'].flatMap((testStepId) =>
      attached(12, (attach) => attachJudgement(attach, judgement), testStepId),
    )
    const own = attached(12, (attach) => attachJudgement(attach, ofAnother), 'case-12-2')
    const { judgements } = only(collect(ran(12, Array(5).fill('PASSED'), [...evidence, ...own])).scenarios)
    expect(judgements.map(({ toleranceFrom }) => toleranceFrom)).to.deep.equal([
      'features/a.feature:3',
      'features/a.feature:9',
      undefined,
      undefined,
      ofAnother.toleranceFrom,
    ])
  })

  it('speaks for no gate when it stands outside any Rule', () => {
    expect(only(collect(ran(30, Array(3).fill('PASSED'))).scenarios).gate).to.equal(null)
  })
})

describe('the status of a scenario', () => {
  const cases: readonly (readonly [string, readonly (string | null)[], string])[] = [
    ['is the worst of its steps', ['PASSED', 'PASSED', 'UNDEFINED', 'SKIPPED', 'PASSED'], 'undefined'],
    ['counts pending', ['PASSED', 'PASSED', 'PENDING', 'SKIPPED', 'PASSED'], 'pending'],
    ['counts skipped', ['PASSED', 'PASSED', 'SKIPPED', 'SKIPPED', 'PASSED'], 'skipped'],
    ['counts ambiguous', ['PASSED', 'PASSED', 'AMBIGUOUS', 'SKIPPED', 'PASSED'], 'ambiguous'],
    ['counts a hook before', ['FAILED', 'SKIPPED', 'SKIPPED', 'SKIPPED', 'PASSED'], 'failed'],
    ['counts a hook behind', ['PASSED', 'PASSED', 'PASSED', 'PASSED', 'FAILED'], 'failed'],
    ['is unknown when it never finished', ['PASSED', 'FAILED', null, null, null], 'unknown'],
  ]
  for (const [name, statuses, expected] of cases) {
    it(name, () => {
      expect(only(collect(ran(12, statuses)).scenarios).status).to.equal(expected)
    })
  }

  it('says which sentence was probably meant by an undefined step', () => {
    const definition = (id: string, source: string) => ({
      stepDefinition: { id, pattern: { type: 'CUCUMBER_EXPRESSION', source }, sourceReference: {} },
    })
    const definitions = [definition('1', 'some thing'), definition('2', 'it {word}')]
    const type = { parameterType: { name: 'word', regularExpressions: ['holds|breaks'] } }
    const { steps } = only(
      collect(
        [...definitions, type] as unknown as readonly Envelope[],
        ran(12, ['PASSED', 'PASSED', 'UNDEFINED', 'UNDEFINED', 'PASSED']),
      ).scenarios,
    )
    expect(steps.map(({ message }) => message)).to.deep.equal([
      undefined,
      'no sentence of the plan reads like this; nearest: `some thing`',
      'no sentence of the plan reads like this; nearest: `it {word}`, as in `it holds`',
    ])
  })

  it('is unknown when it has no steps, although Cucumber lets it pass', () => {
    const scenario = only(collect(ran(14, ['PASSED', 'PASSED'])).scenarios)
    expect([scenario.status, scenario.steps]).to.deep.equal(['unknown', []])
  })

  it('is unknown when it was selected and never began', () => {
    const announced = ran(12, []).filter(({ testCase }) => testCase)
    expect(only(collect(announced).scenarios).status).to.equal('unknown')
  })
})

describe('what failed', () => {
  it('keeps its message, and a hook that failed is named', () => {
    const { steps } = only(collect(ran(12, ['PASSED', 'PASSED', 'PASSED', 'FAILED', 'FAILED'])).scenarios)
    expect(steps.at(-2)).to.deep.equal({
      text: 'Then it holds',
      status: 'failed',
      milliseconds: 2,
      message: 'message of FAILED',
    })
    expect(steps.at(-1)).to.include({
      text: 'After hook "tidy up"',
      status: 'failed',
      message: 'message of FAILED',
    })
  })
})

describe('errors of the run', () => {
  const error = (...messages: unknown[]) =>
    collectRun([...plan, ...HOOKS, ...messages] as Envelope[], 'postgres').errors

  it('are files that do not parse and parameter types that are not defined', () => {
    expect(
      error(
        { parseError: { source: { uri: 'features/b.feature' }, message: '(1:1): no' } },
        { undefinedParameterType: { name: 'table', expression: 'a {table}' } },
        { parameterType: { name: 'moment', regularExpressions: ['now'] } },
        { undefinedParameterType: { name: 'momnet', expression: 'a {momnet}' } },
      ),
    ).to.deep.equal([
      'features/b.feature does not parse: (1:1): no',
      'the parameter type {table} of the step "a {table}" is not defined',
      'the parameter type {momnet} of the step "a {momnet}" is not defined; {moment}?',
    ])
  })

  it('are hooks of the whole run that failed or never finished, once for all workers', () => {
    const hook = {
      hook: { id: 'all', type: 'BEFORE_TEST_RUN', sourceReference: { uri: 'h.ts', location: { line: 3 } } },
    }
    const begun = (id: string) => ({ testRunHookStarted: { id, hookId: 'all' } })
    const failed = (id: string) => ({
      testRunHookFinished: { testRunHookStartedId: id, result: { status: 'FAILED', message: 'no' } },
    })
    expect(error(hook, begun('1'), failed('1'), begun('2'), failed('2'))).to.deep.equal([
      'the BeforeAll hook at h.ts:3 failed: no',
    ])
    expect(error(hook, begun('1'))).to.deep.equal(['the BeforeAll hook at h.ts:3 never finished'])
  })

  it('are evidence that cannot be read, that is of an unknown kind, or that belongs to no scenario', () => {
    const attachment = (body: string, kind: string, testCaseStartedId?: string) => ({
      attachment: {
        body,
        mediaType: `application/vnd.stagegate.${kind}+json`,
        contentEncoding: 'IDENTITY',
        testCaseStartedId,
      },
    })
    const errors = error(
      attachment('{', 'judgement', 'x'),
      attachment(JSON.stringify({ ...judgement, outcome: 'fine' }), 'judgement', 'x'),
      attachment('{}', 'judgment', 'x'),
      attachment(JSON.stringify(judgement), 'judgement'),
      attachment(JSON.stringify({ ...unmatched, names: undefined }), 'unmatched', 'x'),
      attachment(JSON.stringify({ ...unmatched, linked: -1 }), 'unmatched', 'x'),
      attachment(JSON.stringify({ ...timing, seconds: 1 }), 'timing', 'x'),
      attachment(JSON.stringify({ ...timing, clock: 'wall clock', operations: [] }), 'timing', 'x'),
      attachment(
        JSON.stringify({ ...timing, clock: 'wall clock', operations: [{ name: 'x', milliseconds: [] }] }),
        'timing',
        'x',
      ),
      attachment(
        JSON.stringify({ ...timing, clock: 'wall clock', operations: [{ name: 'x', milliseconds: [NaN] }] }),
        'timing',
        'x',
      ),
    )
    expect(errors).to.have.length(10)
    for (const text of errors) expect(text).to.match(/^a piece of evidence could not be read: /)
  })

  it('are scenarios that ran twice; the last time counts', () => {
    const first = ran(12, ['PASSED', 'FAILED', 'SKIPPED', 'SKIPPED', 'PASSED'])
    const again = JSON.parse(
      JSON.stringify(ran(12, Array(5).fill('PASSED')).filter(({ testCase }) => !testCase)).replaceAll(
        '-started',
        '-again',
      ),
    ) as Envelope[]
    const run = collect(first, again)
    expect(only(run.scenarios).status).to.equal('passed')
    expect(run.errors).to.deep.equal(['features/a.feature:12: "1 rows" ran 2 times; a verdict rests on one'])
  })
})

describe('a parallel run', () => {
  it('may send its messages in any order between scenarios', () => {
    const [one, two] = [
      ran(
        12,
        Array(5).fill('PASSED'),
        attached(12, (attach) => attachJudgement(attach, judgement)),
      ),
      ran(
        13,
        Array(5).fill('PASSED'),
        attached(13, (attach) => attachJudgement(attach, { ...judgement, population: 2 })),
      ),
    ]
    const mixed = one.flatMap((envelope, index) => [two[index] as Envelope, envelope])
    const { scenarios } = collect(mixed)
    expect(scenarios.map(({ line, judgements }) => [line, judgements[0]?.population])).to.deep.equal([
      [13, 2],
      [12, 10],
    ])
  })
})
