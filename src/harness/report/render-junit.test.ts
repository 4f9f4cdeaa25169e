import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunRecord } from '../verdict/run-record.ts'
import { sampleGate } from '../verdict/sample/sample-gate.ts'
import { sampleJudgement } from '../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { renderJunit } from './render-junit.ts'
import { breachOf } from './sample/breach-of.ts'
import { sampleDatabaseRun } from './sample/sample-database-run.ts'
import { sampleEnginesRun } from './sample/sample-engines-run.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'
import { parseXml, type XmlElement } from './testing/parse-xml.ts'

const ATTACK = `<img src=x onerror=alert(1)> & "quoted" 'too' ]]> <![CDATA[ --> &amp; \u0000\u001b[31m\ufffe\ud800\u{1f600}\nsecond line`
const SHOWN = `<img src=x onerror=alert(1)> & "quoted" 'too' ]]> <![CDATA[ --> &amp; \\u{0}\\u{1b}[31m\\u{fffe}\\u{d800}\u{1f600}`

const rendered = (run: RunRecord) => parseXml(renderJunit(toRunDocument(run)))
const casesOf = (root: XmlElement) =>
  root.children.flatMap(({ children }) => children.filter(({ name }) => name === 'testcase'))
const caseOf = (root: XmlElement, start: string) => {
  const found = casesOf(root).find(({ attributes }) => attributes.name?.startsWith(start))
  if (found === undefined) throw new Error(`There is no case ${start}`)
  return found
}
const kindOf = (element: XmlElement) => element.children.map(({ name }) => name).join()

describe('renderJunit', () => {
  it('is of the common structure: suites, properties, cases, counts that are right', () => {
    for (const run of [samplePlanRun(), sampleEnginesRun(), sampleDatabaseRun(), sampleRun({ gates: [] })]) {
      const root = rendered(run)
      expect(root.name).to.equal('testsuites')
      expectCounts(root, casesOf(root))
      for (const suite of root.children) {
        expect(suite.name).to.equal('testsuite')
        expect(suite.attributes.timestamp).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
        const [properties, ...cases] = suite.children
        expect(properties?.name).to.equal('properties')
        for (const { name, attributes } of properties?.children ?? [])
          expect([name, Object.keys(attributes)]).to.deep.equal(['property', ['name', 'value']])
        expectCounts(suite, cases)
        for (const each of cases) {
          expect(each.name).to.equal('testcase')
          expect(each.attributes.time).to.match(/^\d+\.\d{3}$/)
          expect(each.attributes).to.include.keys('name', 'classname')
          expect(kindOf(each)).to.be.oneOf(['', 'failure', 'error', 'skipped', 'system-out'])
        }
      }
    }
  })

  it('has a case for each gate, with class, file, line and the seconds of its scenarios', () => {
    const [scenario, other] = [12, 20].map((line) => sampleScenario({ line, milliseconds: 1840 }))
    if (scenario === undefined || other === undefined) throw new RangeError()
    const root = rendered(sampleRun({ scenarios: [scenario, other] }))
    expect(root.attributes.name).to.equal('Stagegate: UNPROVEN')
    expect(root.children.map(({ attributes }) => attributes.name)).to.deep.equal([
      'Stagegate, profile production, on SQLite',
      'Stagegate, profile production, the run itself',
    ])
    expect(caseOf(root, 'DAT301').attributes).to.deep.equal({
      name: 'DAT301 every row that has a parent is linked to it',
      classname: 'features.data.links',
      file: 'features/data/links.feature',
      line: '8',
      time: '3.680',
    })
  })

  it('says what a breach is, with everything that somebody needs who sees nothing else', () => {
    const root = rendered(breachOf('DAT301', samplePlanRun()))
    const breached = caseOf(root, 'DAT301')
    const [failure] = breached.children
    expect(failure?.name).to.equal('failure')
    expect(failure?.attributes).to.deep.equal({
      message: 'wom_snapshots.user_id matches 91.2 % of 96,097 rows; the plan asks for at least 99.3 %',
      type: 'breached',
    })
    expect(failure?.text).to.equal(
      [
        'DAT301 breached: every row that has a parent is linked to it',
        '',
        'wom_snapshots.user_id',
        '  Measured: matches 91.2 % of 96,097 rows',
        '  Tolerance: at least 99.3 %',
        '  Population: 96,097',
        '  8,457 witnesses; the first 6:',
        ...[17, 19, 23, 104, 105, 311].map(
          (id) => `    wom_snapshots #${id}: username is "Jo_hn", user_id is NULL`,
        ),
        '  Usually names were compared without ignoring case, or a member list is out of date.',
        '',
        "Scenario: features/plan/dat301.feature:12 production's rows, normalised",
        'Gate: features/plan/dat301.feature:9',
        'Why it is asked for: Why DAT301 is asked for.',
        'Next: see index.html#DAT301 of this run, or judge it again: stagegate verify --tags @DAT301 --keep --profile production',
      ].join('\n'),
    )
    expect(breached.attributes.line).to.equal('12')
    expect(casesOf(root).filter((each) => kindOf(each) === 'failure')).to.have.length(1)
  })

  it('says what could not be proven, as an error', () => {
    const empty = sampleJudgement({ population: 0, measured: '0 of 0 rows' })
    const root = rendered(sampleRun({ scenarios: [sampleScenario({ judgements: [empty] })] }))
    const [error] = caseOf(root, 'DAT301').children
    expect(error?.name).to.equal('error')
    expect(error?.attributes).to.deep.equal({
      message: 'looked at nothing: clan_members.id, 0 of 0 rows',
      type: 'vacuous',
    })
    expect(error?.text).to.include('Scenario: features/data/links.feature:12')
  })

  it('lets an advisory breach pass, and says that it warns', () => {
    const root = rendered(breachOf('MIG106', samplePlanRun()))
    const [output] = caseOf(root, 'MIG106').children
    expect(output?.name).to.equal('system-out')
    expect(output?.text).to.match(/^A warning: the gate is advisory.*\n\nMIG106 breached: /)
    expect(kindOf(caseOf(rendered(breachOf('MIG106', samplePlanRun({ strict: true }))), 'MIG106'))).to.equal(
      'failure',
    )
  })

  it('skips what was left out, with the reason as attribute and as text', () => {
    const selection = { tags: '@DAT301', complete: false, shard: null }
    const gates = [sampleGate(), sampleGate({ code: 'DAT302', line: 20 })]
    const root = rendered(sampleRun({ gates, selection }))
    expect(kindOf(caseOf(root, 'DAT301'))).to.equal('')
    const [skipped] = caseOf(root, 'DAT302').children
    expect([skipped?.name, skipped?.attributes.message, skipped?.text]).to.deep.equal([
      'skipped',
      'left out by the selection',
      'left out by the selection',
    ])
  })

  it('skips what does not apply: to an engine, or to a real database', () => {
    const onEngines = caseOf(rendered(sampleEnginesRun()), 'SCH203').attributes.name
    expect(onEngines).to.match(/, on SQLite$/)
    const [skipped] = casesOf(rendered(sampleEnginesRun())).filter((each) => kindOf(each) === 'skipped')
    expect(skipped?.attributes.name).to.match(/^SCH203 .*, on PostgreSQL$/)
    expect(skipped?.children[0]?.text).to.equal('does not apply to PostgreSQL')
    const [whole] = caseOf(rendered(sampleDatabaseRun()), 'SCH201 does not apply').children
    expect([whole?.name, whole?.text]).to.deep.equal([
      'skipped',
      'starts at InitialSchema, and the database is past it',
    ])
  })

  it('has a suite for each engine, and no two cases that a viewer could take for one', () => {
    const root = rendered(sampleEnginesRun())
    expect(root.children.map(({ attributes }) => attributes.name)).to.deep.equal([
      'Stagegate, profile production, on SQLite',
      'Stagegate, profile production, on PostgreSQL',
      'Stagegate, profile production, the run itself',
    ])
    const keys = casesOf(root).map(({ attributes }) => `${attributes.classname} ${attributes.name}`)
    expect(new Set(keys).size).to.equal(keys.length)
    const of = (engine: string) =>
      casesOf(root).find(({ attributes }) => attributes.name?.match(`^DAT301 .*, on ${engine}$`))
    const [held, breached] = [of('SQLite'), of('PostgreSQL')]
    expect([held, breached].map((each) => each && kindOf(each))).to.deep.equal(['', 'failure'])
    expect(breached?.children[0]?.text)
      .to.include('\nwom_snapshots.user_id\n')
      .and.include('--engine postgres')
  })

  it('has a case for what no gate says', () => {
    expect(kindOf(caseOf(rendered(samplePlanRun()), 'the run itself'))).to.equal('system-out')
    expect(kindOf(caseOf(rendered(breachOf('DAT301', samplePlanRun())), 'the run itself'))).to.equal(
      'system-out',
    )
    const [doubt] = caseOf(
      rendered(sampleRun({ errors: ['a hook failed\n  at x', 'b'] })),
      'the run itself',
    ).children
    expect([doubt?.name, doubt?.attributes.message]).to.deep.equal(['error', 'a hook failed (and 1 more)'])
    expect(doubt?.text).to.include('- a hook failed\n  at x\n- b')
  })

  it('is red whenever there is no GO, even where no gate is', () => {
    const selection = { tags: '@none', complete: false, shard: null }
    for (const run of [sampleRun({ scenarios: [], selection }), sampleRun({ gates: [], scenarios: [] })]) {
      const root = rendered(run)
      expect(Number(root.attributes.errors)).to.equal(1)
      const [error] = caseOf(root, 'the run itself').children
      expect(error?.attributes.message).to.match(/^UNPROVEN: /)
    }
  })

  it('has the verdict and what it was made with as properties', () => {
    const [suite] = rendered(sampleEnginesRun()).children
    const [properties] = suite?.children ?? []
    const facts = (properties?.children ?? []).map(({ attributes }) => [attributes.name, attributes.value])
    expect(facts).to.deep.include.members([
      ['verdict', 'NO-GO'],
      ['profile', 'production'],
      ['engine', 'SQLite 3.53.0'],
      ['asked by', 'qa-lead'],
      ['command', 'npx stagegate verify --engine sqlite --engine postgres --profile production'],
    ])
    expect(facts.filter(([name]) => name === 'engine')).to.have.length(1)
  })

  it('carries any text there and back, what XML forbids made visible', () => {
    const breach = sampleJudgement({
      ...{ subject: ATTACK, outcome: 'breached', measured: ATTACK, tolerance: ATTACK, usualCause: ATTACK },
      witnesses: [{ where: ATTACK, what: ATTACK }],
      witnessCount: 1,
    })
    const root = rendered(
      sampleRun({
        gates: [sampleGate({ title: ATTACK })],
        scenarios: [sampleScenario({ judgements: [breach] })],
        errors: [ATTACK],
        profile: ATTACK,
      }),
    )
    const breached = caseOf(root, 'DAT301')
    expect(breached.attributes.name).to.equal(`DAT301 ${SHOWN} second line`)
    expect(breached.children[0]?.text).to.include(`    ${SHOWN}\nsecond line: ${SHOWN}\nsecond line`)
    expect(root.children[0]?.attributes.name).to.equal(`Stagegate, profile ${SHOWN} second line, on SQLite`)
  })
})

function expectCounts(element: XmlElement, cases: readonly XmlElement[]): void {
  const count = (kind: string) => String(cases.filter((each) => kindOf(each) === kind).length)
  const milliseconds = cases.reduce(
    (sum, { attributes }) => sum + Math.round(Number(attributes.time) * 1000),
    0,
  )
  expect(element.attributes).to.include({
    tests: String(cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: (milliseconds / 1000).toFixed(3),
  })
}
