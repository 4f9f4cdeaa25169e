import { describe, it } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { expect } from 'chai'
import { sampleJudgement } from '../verdict/sample/sample-judgement.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { renderText } from './render-text.ts'
import { breachOf } from './sample/breach-of.ts'
import { sampleEnginesRun } from './sample/sample-engines-run.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

const PLAIN = { width: 100, color: false }
const noGo = toRunDocument(breachOf('DAT301', samplePlanRun()))

describe('renderText', () => {
  it('ends with the sentence of the verdict, whole', () => {
    for (const width of [40, 100]) {
      expect(renderText(noGo, { width, color: false }).trimEnd().split('\n').at(-1)).to.equal(noGo.sentence)
    }
  })

  it('says of a breach what, the witnesses, the usual cause, and what next', () => {
    expect(renderText(noGo, PLAIN)).to.contain(
      [
        'DAT301 breached: wom_snapshots.user_id matches 91.2 % of 96,097 rows; the plan asks for at least 99.3 %',
        '  8,457 witnesses; the first 5:',
        '    wom_snapshots #17: username is "Jo_hn", user_id is NULL',
      ].join('\n'),
    )
    expect(renderText(noGo, PLAIN)).to.contain(
      [
        '  Usually names were compared without ignoring case, or a member list is out of date.',
        '  See reports/index.html#DAT301, or: stagegate verify --tags @DAT301 --keep',
      ].join('\n'),
    )
  })

  it('keeps the table within the width, and tells every gate by a word', () => {
    const lines = renderText(noGo, PLAIN).split('\n')
    const table = lines.filter((line) => /^[┌│├└]/.test(line))
    expect(table.filter((line) => line.length > 100)).to.deep.equal([])
    for (const { code, outcome } of noGo.gates) {
      expect(table.find((line) => line.includes(code))).to.contain(outcome)
    }
    const narrow = renderText(noGo, { width: 40, color: false })
    expect(narrow).not.to.contain('│')
    expect(narrow).to.contain('DAT301  breached')
  })

  it('loses no word of the table', () => {
    const judgements = [
      sampleJudgement({
        measured: `${'x'.repeat(90)} end`,
        tolerance: 'boss_snapshots.wom_snapshot_id is linked everywhere',
      }),
    ]
    const run = samplePlanRun()
    const scenarios = run.scenarios.map((scenario) =>
      scenario.gate === 'DAT302' ? { ...scenario, judgements } : scenario,
    )
    const text = renderText(toRunDocument({ ...run, scenarios }), { width: 80, color: false })
    expect(text.split('\n').filter((line) => /^[┌│├└].*…/.test(line))).to.deep.equal([])
    expect(text.match(/x/g)?.length).to.be.at.least(90)
  })

  it('says what the migrations cost on the longest way, and no other', () => {
    const text = renderText(toRunDocument(samplePlanRun()), PLAIN)
    expect(text).to.contain(
      [
        "Migrations, the longest way: 5.7 s (ROL501 production's rows, normalised)",
        '  DropUnusedTables up: 92 ms, 3 statements',
        '    slowest: DROP TABLE "skill_snapshots" (1 call, 55 ms, 586,551 rows)',
      ].join('\n'),
    )
    expect(text.match(/^Migrations/gm)).to.have.length(1)
  })

  it('sets several engines side by side, with their locks', () => {
    const document = toRunDocument(sampleEnginesRun())
    const text = renderText(document, PLAIN)
    expect(text).to.match(/│ Code +│ Gate +│ SQLite +│ PostgreSQL +│ Measured +│ Tolerance +│/)
    expect(text).to.match(/│ DAT301 │[^│]+│ held +│ breached +│/)
    expect(text).to.match(/│ SCH203 │[^│]+│ held +│ - +│/)
    const table = text.split('\n').filter((line) => /^[┌│├└]/.test(line))
    expect(table.filter((line) => line.length > 100)).to.deep.equal([])
    expect(text).to.match(/^Migrations on SQLite, the longest way: 5\.7 s/m)
    expect(text).to.contain(
      [
        '    wom_snapshots closed to readers for 12 ms (ACCESS EXCLUSIVE), 1 waited',
        '    wom_snapshots closed to writers for 1.7 s (SHARE), 2 waited',
        '  NormalizeUserIds down',
      ].join('\n'),
    )
    expect(text).to.contain('stagegate verify --tags @DAT301 --engine postgres --profile production')
    expect(renderText(document, { width: 80, color: false })).to.contain(
      'DAT301  SQLite: held  PostgreSQL: breached',
    )
    expect(text.trimEnd().split('\n').at(-1)).to.match(
      /^NO-GO: 1 of 13 gates is breached: DAT301 [^;]+ \(PostgreSQL\); judged on SQLite 3\.53\.0 and PostgreSQL 15\.18$/,
    )
  })

  it('gives the reasons of what is unproven', () => {
    const run = samplePlanRun({ scenarios: [], errors: ['a hook failed'] })
    const text = renderText(toRunDocument(run), PLAIN)
    expect(text).to.contain(
      'DAT301 proves nothing: every row that has a parent is linked to it\n  no scenario ran',
    )
    expect(text).to.contain('Besides the gates:\n  a hook failed')
  })

  it('warns of an advisory breach and still ends with GO', () => {
    const document = toRunDocument(breachOf('MIG106', samplePlanRun()))
    const text = renderText(document, PLAIN)
    expect(text).to.contain('MIG106 breached (advisory: it warns and does not stop)')
    expect(text.trimEnd().split('\n').at(-1)).to.match(
      /^GO: 12 of 13 gates held.*warning: 1 advisory gate breached: MIG106/,
    )
  })

  it('leaves the timings to the page: a verdict must be found at a look', () => {
    expect(renderText(toRunDocument(samplePlanRun()), PLAIN)).not.to.match(/Timings|1\.28 s/)
  })

  it('says the same with and without colour', () => {
    const colored = renderText(noGo, { ...PLAIN, color: true })
    expect(colored).to.contain('\u001b[')
    expect(stripVTControlCharacters(colored)).to.equal(renderText(noGo, PLAIN))
  })

  it('lets no text of the data reach the terminal as a command', () => {
    const run = samplePlanRun({ profile: 'evil\u001b[2J\u202e' })
    expect(renderText(toRunDocument(run), PLAIN))
      .to.contain('evil\\u{1b}[2J\\u{202e}')
      .and.not.contain('\u001b')
  })
})
