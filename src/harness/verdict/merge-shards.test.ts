import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { decide } from './decide.ts'
import { mergeRuns } from './merge-runs.ts'
import type { RunRecord, ScenarioRecord, Shard } from './run-record.ts'
import { sampleGate } from './sample/sample-gate.ts'
import { sampleJudgement } from './sample/sample-judgement.ts'
import { sampleRun } from './sample/sample-run.ts'
import { sampleScenario } from './sample/sample-scenario.ts'
import { sampleSource } from './sample/sample-source.ts'

const merge = (...runs: readonly RunRecord[]) =>
  mergeRuns(runs, { command: 'npx stagegate merge a b', ofOneRun: false })

const onBoth = (scenarios: number) => [
  { engine: 'sqlite' as const, scenarios },
  { engine: 'postgres' as const, scenarios },
]
const gate = (code: string, scenarios: number) =>
  sampleGate({ code, uri: 'a.feature', engines: onBoth(scenarios) })

/** A whole plan of two gates on one engine. */
function wholeRun(scenarios: readonly ScenarioRecord[], changes: Partial<RunRecord> = {}): RunRecord {
  return sampleRun({ gates: [gate('DAT301', 3), gate('MIG101', 2)], scenarios, ...changes })
}

function shardOf(run: RunRecord, shard: Shard, changes: Partial<RunRecord> = {}): RunRecord {
  return { ...run, selection: { ...run.selection, shard }, ...changes }
}

const outcomes = fc.constantFrom('held', 'breached', 'vacuous')
const judgements = fc.array(
  fc
    .tuple(outcomes, fc.nat(9))
    .map(([outcome, population]) =>
      sampleJudgement({ outcome, population, measured: `${population} rows`, subject: `s${population}` }),
    ),
  { maxLength: 3 },
)
const scenarioAt = (line: number) =>
  fc.tuple(judgements, fc.constantFrom('passed', 'failed', 'undefined', 'unknown')).map(([judged, status]) =>
    sampleScenario({
      uri: 'a.feature',
      line,
      gate: line < 40 ? 'DAT301' : 'MIG101',
      judgements: judged,
      status,
    }),
  )
const goodAt = (line: number) =>
  fc.constant(sampleScenario({ uri: 'a.feature', line, gate: line < 40 ? 'DAT301' : 'MIG101' }))
const anyPlan = fc.tuple(
  ...[10, 20, 30, 40, 50].map((line) => fc.oneof(goodAt(line), goodAt(line), scenarioAt(line))),
)
/** Which of three shards each of the five scenarios goes to. */
const anySplit = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 })

function split(run: RunRecord, to: readonly number[]): readonly RunRecord[] {
  return [1, 2, 3].map((index) =>
    shardOf(run, { index, of: 3 }, { scenarios: run.scenarios.filter((_, at) => to[at] === index) }),
  )
}

describe('mergeRuns of the shards of a run', () => {
  it('decides as the run in one piece does, however it is split and in whatever order', () => {
    fc.assert(
      fc.property(anyPlan, anySplit, fc.boolean(), (scenarios, to, turned) => {
        const whole = wholeRun(scenarios)
        const shards = split(whole, to)
        const merged = merge(...(turned ? [...shards].reverse() : shards))
        expect(merged.scenarios).to.deep.equal(whole.scenarios)
        expect(decide(merged)).to.deep.equal(decide(whole))
      }),
    )
  })

  it('says of a shard alone that it is one', () => {
    const scenarios = [10, 20, 30].map((line) => sampleScenario({ uri: 'a.feature', line }))
    const { complete, sentence } = decide(shardOf(wholeRun(scenarios), { index: 2, of: 3 }))
    expect(complete).to.equal(false)
    expect(sentence).to.equal(
      'GO for 1 of 2 gates only (shard 2 of 3) on SQLite 3.53.0: this is not a verdict on the whole plan',
    )
  })

  it('is never a GO where a part is missing', () => {
    fc.assert(
      fc.property(anySplit, fc.integer({ min: 0, max: 2 }), (to, missing) => {
        const whole = wholeRun(
          [10, 20, 30, 40, 50].map((line) => fc.sample(goodAt(line), 1)[0] ?? sampleScenario()),
        )
        const merged = merge(...split(whole, to).filter((_, at) => at !== missing))
        expect(decide(merged).verdict).to.equal('UNPROVEN')
        expect(merged.errors).to.deep.equal([`shard ${missing + 1} of 3 on SQLite is missing`])
      }),
      { numRuns: 20 },
    )
  })

  it('needs every shard on every engine that any run was asked for', () => {
    const on = (engine: 'sqlite' | 'postgres', index: number) =>
      shardOf(wholeRun([]), { index, of: 2 }, { engines: [engine] })
    const merged = merge(on('sqlite', 1), on('sqlite', 2), on('postgres', 2))
    expect(merged.errors).to.deep.equal(['shard 1 of 2 on PostgreSQL is missing'])
    expect(merged.selection).to.deep.equal({ tags: null, complete: false, shard: null })
  })

  it('does not take shards of different numbers for a whole', () => {
    const { errors } = merge(
      shardOf(wholeRun([]), { index: 1, of: 2 }),
      shardOf(wholeRun([]), { index: 2, of: 3 }),
    )
    expect(errors).to.deep.equal([
      'shard 2 of 2 on SQLite is missing',
      'shard 1 of 3 on SQLite is missing',
      'shard 3 of 3 on SQLite is missing',
    ])
  })

  it('counts what every shard has to look back on in each of them', () => {
    const run = wholeRun([], { gates: [gate('DAT301', 1)] })
    const at = (index: number, outcome: 'held' | 'breached') =>
      shardOf(
        run,
        { index, of: 2 },
        {
          scenarios: [sampleScenario({ uri: 'a.feature', judgements: [sampleJudgement({ outcome })] })],
        },
      )
    const held = decide(merge(at(1, 'held'), at(2, 'held')))
    expect([held.verdict, held.gates[0]?.judgements.length]).to.deep.equal(['GO', 2])
    const breached = merge(at(1, 'breached'), at(2, 'held'))
    expect(breached.errors).to.deep.equal([])
    expect(decide(breached).verdict).to.equal('NO-GO')
  })

  it('finds what does not apply to a database wherever it showed', () => {
    const inapplicable = (line: number) => ({
      ...{ gate: 'DAT301', name: 'it', uri: 'a.feature', line, engine: 'sqlite' as const },
      why: 'no such table',
    })
    const sqlite = (scenarios: number) =>
      sampleGate({ uri: 'a.feature', engines: [{ engine: 'sqlite', scenarios }] })
    const run = wholeRun([])
    const merged = merge(
      shardOf(
        run,
        { index: 1, of: 2 },
        { gates: [sqlite(1)], notApplicable: [inapplicable(10), inapplicable(20)] },
      ),
      shardOf(
        run,
        { index: 2, of: 2 },
        {
          gates: [sqlite(2)],
          notApplicable: [inapplicable(10)],
          scenarios: [sampleScenario({ uri: 'a.feature', line: 30 })],
        },
      ),
    )
    expect(merged.errors).to.deep.equal([])
    expect(merged.gates[0]?.engines).to.deep.equal([{ engine: 'sqlite', scenarios: 1 }])
    expect(merged.notApplicable.map(({ line }) => line)).to.deep.equal([10, 20])
    expect(decide(merged).verdict).to.equal('GO')
  })

  it('may be of copies of one database that were taken one after the other, and of nothing else', () => {
    const copied = (index: number, source: Parameters<typeof sampleSource>[0]) =>
      shardOf(wholeRun([]), { index, of: 2 }, { profile: null, source: sampleSource(source) })
    const later = { copiedAt: '2026-11-22T15:00:00.000Z', bytes: 7 }
    expect(merge(copied(1, {}), copied(2, later)).errors).to.deep.equal([])
    expect(merge(copied(1, {}), copied(2, { rows: 3 })).errors).to.deep.equal([
      'the runs on SQLite, shard 1 of 2 and on SQLite, shard 2 of 2 differ in source (rows)',
    ])
  })

  it('proves nothing of code that no commit has', () => {
    const at = (index: number) => {
      const run = wholeRun([])
      return shardOf(run, { index, of: 2 }, { environment: { ...run.environment, commit: '4f2c9be1+' } })
    }
    expect(merge(at(1), at(2)).errors).to.deep.equal([
      'runs are of changes that no commit has (4f2c9be1+): nobody knows whether all are of the same code',
    ])
  })

  it('says where an error is from, unless every shard has it', () => {
    const at = (index: number, ...errors: string[]) => shardOf(wholeRun([]), { index, of: 2 }, { errors })
    expect(
      merge(at(1, 'b.feature does not parse', 'a hook failed'), at(2, 'b.feature does not parse')).errors,
    ).to.deep.equal(['b.feature does not parse', 'in shard 1 of 2, a hook failed'])
  })
})
