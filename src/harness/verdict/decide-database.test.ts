import { describe, it } from 'node:test'
import { expect } from 'chai'
import { decide } from './decide.ts'
import { mergeRuns } from './merge-runs.ts'
import type { NotApplicable, RunRecord } from './run-record.ts'
import { sampleGate } from './sample/sample-gate.ts'
import { sampleJudgement } from './sample/sample-judgement.ts'
import { sampleRun } from './sample/sample-run.ts'
import { sampleScenario } from './sample/sample-scenario.ts'
import { sampleSource } from './sample/sample-source.ts'

const DOUBT = 'alembic_version says "zzz", which is no revision of this history'
const WHERE =
  'clan_data_staging.db (1.12 GB, 1,110,510 rows, at DedupSnapshots by alembic_version, 2 findings)'

function onDatabase(changes: Partial<RunRecord> = {}): RunRecord {
  return sampleRun({ profile: null, source: sampleSource(), ...changes })
}

const inapplicable = (gate: string | null, line: number): NotApplicable => ({
  ...{ gate, name: 'exactly as many', uri: 'features/data/links.feature', line, engine: 'sqlite' },
  why: 'needs the exact counts of a fixture',
})

describe('decide: a run on a real database', () => {
  it('says which, how large it is, and where it stands, whatever the verdict is', () => {
    const failed = sampleScenario({
      status: 'failed',
      judgements: [sampleJudgement({ outcome: 'breached' })],
    })
    expect(decide(onDatabase()).sentence).to.equal(
      `GO: the one gate held on SQLite 3.53.0 with a copy of ${WHERE}, resting on 1 judgement of 305 rows and objects`,
    )
    expect(decide(onDatabase({ scenarios: [failed] })).sentence)
      .to.match(/^NO-GO: /)
      .and.contain(WHERE)
    expect(decide(onDatabase({ scenarios: [] })).sentence)
      .to.match(/^UNPROVEN: /)
      .and.contain(WHERE)
    const narrowed = decide(onDatabase({ selection: { tags: '@DAT301', complete: false, shard: null } }))
    expect(narrowed.sentence).to.contain(WHERE).and.contain('not a verdict on the whole plan')
  })

  it('says how it is known where it stands', () => {
    const sentenceOf = (changes: Parameters<typeof sampleSource>[0]) =>
      decide(onDatabase({ source: sampleSource(changes) })).sentence
    expect(sentenceOf({ knownBy: 'migrations' })).to.contain('at DedupSnapshots by its table of migrations')
    expect(sentenceOf({ knownBy: 'catalog' })).to.contain('at DedupSnapshots by its catalog')
    expect(sentenceOf({ findings: [], rows: 1 })).to.contain('1 row, at DedupSnapshots by alembic_version)')
  })

  it('counts what does not apply: gates without another scenario, and scenarios of the others', () => {
    const [own, , third] = [inapplicable('DAT301', 17), inapplicable('SCH201', 9), inapplicable(null, 3)]
    const ends = (...notApplicable: readonly NotApplicable[]) =>
      decide(onDatabase({ notApplicable })).sentence.split('; ').slice(1)
    const gate = [inapplicable('SCH201', 9), inapplicable('SCH201', 10)]
    expect(ends()).to.deep.equal([])
    expect(ends(own)).to.deep.equal(['1 scenario does not apply to a real database'])
    expect(ends(own, third)).to.deep.equal(['2 scenarios do not apply to a real database'])
    expect(ends(...gate)).to.deep.equal(['1 gate does not apply to a real database'])
    expect(ends(...gate, own)).to.deep.equal(['1 gate and 1 more scenario do not apply to a real database'])
    expect(ends(...gate, inapplicable('SCH202', 1), own, third)).to.deep.equal([
      '2 gates and 2 more scenarios do not apply to a real database',
    ])
  })

  it('is no GO because a gate has no scenario that applies: a gate that is left has to be proven', () => {
    const gates = [sampleGate(), sampleGate({ code: 'DAT302' })]
    expect(decide(onDatabase({ gates, notApplicable: [inapplicable('DAT302', 3)] })).verdict).to.equal(
      'UNPROVEN',
    )
  })
})

describe('decide: a database of which nobody knows where it stands', () => {
  const source = sampleSource({ at: null, knownBy: null, doubt: DOUBT })

  it('is UNPROVEN, and the sentence says the doubt first', () => {
    const { verdict, sentence, reasons } = decide(onDatabase({ source, scenarios: [], errors: [DOUBT] }))
    expect(verdict).to.equal('UNPROVEN')
    expect(sentence)
      .to.match(new RegExp(`^UNPROVEN: ${DOUBT}; `))
      .and.contain('nobody knows at which migration')
    expect(reasons).to.deep.equal([DOUBT])
  })

  it('is so although every gate held, and although nobody made an error of it', () => {
    const { verdict, sentence } = decide(onDatabase({ source }))
    expect(verdict).to.equal('UNPROVEN')
    expect(sentence).to.contain(DOUBT)
  })
})

describe('decide: tolerances of an environment', () => {
  const configured = sampleJudgement({
    subject: 'discord_messages.user_id',
    tolerance: 'at least 45 %',
    toleranceFrom: 'stagegate.config.ts, environment staging: so; the plan asks for at least 50 %',
  })
  const resultOf = (...judgements: RunRecord['scenarios'][number]['judgements']) =>
    decide(onDatabase({ scenarios: [sampleScenario({ judgements })] })).gates[0]

  it('is told of the gate whose shown tolerance is one, and of no other', () => {
    expect(resultOf(configured)?.toleranceFrom).to.equal(configured.toleranceFrom)
    const ofPlan = sampleJudgement({ toleranceFrom: 'features/data/links.feature:12' })
    expect(resultOf(ofPlan)).not.to.have.property('toleranceFrom')
    expect(resultOf(ofPlan, configured)).not.to.have.property('toleranceFrom')
  })

  it('keeps judgements apart that held by one and by the other', () => {
    const plan = { ...configured, toleranceFrom: 'features/data/links.feature:12' }
    expect(resultOf(plan, { ...plan, toleranceFrom: 'features/data/links.feature:20' })?.measured).to.contain(
      'all 2 held',
    )
    expect(resultOf(plan, configured)?.measured).to.contain('+1 held')
  })

  it('says of a breach who asks for what', () => {
    const reasons = resultOf({ ...configured, outcome: 'breached' })?.reasons
    expect(reasons).to.deep.equal([
      'discord_messages.user_id 100 % (305 of 305 rows); stagegate.config.ts asks for at least 45 %',
    ])
  })
})

describe('mergeRuns: runs on a real database', () => {
  const merge = (one: Partial<RunRecord>, other: Partial<RunRecord>) =>
    mergeRuns([onDatabase(one), onDatabase({ scenarios: [], ...other })], {
      command: 'the command',
      ofOneRun: true,
    })

  it('keeps what they were asked, and puts together what does not apply', () => {
    const asked = { configured: 'staging', anonymous: true }
    const merged = merge(
      { ...asked, notApplicable: [inapplicable('DAT301', 17)] },
      { ...asked, notApplicable: [inapplicable('DAT301', 22)] },
    )
    expect(merged).to.deep.include({ ...asked, profile: null, source: sampleSource(), errors: [] })
    expect(merged.notApplicable.map(({ line }) => line)).to.deep.equal([17, 22])
  })

  for (const [what, changes] of [
    ['source (rows)', { source: sampleSource({ rows: 3 }) }],
    ['source', { source: null }],
    ['configured', { configured: 'staging' }],
    ['anonymous', { anonymous: true }],
  ] as const) {
    it(`does not take runs together that differ in ${what}`, () => {
      const { errors } = merge({}, changes)
      expect(errors).to.deep.equal([`the runs on SQLite and on SQLite differ in ${what}`])
    })
  }
})
