import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunRecord } from '../verdict/run-record.ts'
import { sampleGate } from '../verdict/sample/sample-gate.ts'
import { sampleJudgement } from '../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { renderHtml } from './render-html.ts'
import { breachOf } from './sample/breach-of.ts'
import { sampleEnginesRun } from './sample/sample-engines-run.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

const ATTACK = '"><img src=x onerror=alert(1)></style><script>alert(1)</script>'

function page(run: RunRecord): string {
  return renderHtml(toRunDocument(run))
}

function textOf(html: string): string {
  return html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function attacked(): RunRecord {
  const judgement = sampleJudgement({
    subject: ATTACK,
    outcome: 'breached',
    measured: ATTACK,
    tolerance: ATTACK,
    usualCause: ATTACK,
    witnesses: [{ where: ATTACK, what: ATTACK }],
    witnessCount: 1,
  })
  const migration = {
    migration: ATTACK,
    direction: 'up',
    milliseconds: 1,
    statements: 1,
    slowest: [{ sql: ATTACK, calls: 1, milliseconds: 1, rows: null }],
    locks: [{ table: ATTACK, closes: 'readers', mode: ATTACK, milliseconds: 1, waiting: 1 }],
    bytesBefore: 1,
    bytesAfter: 1,
    failure: { message: ATTACK },
  } as const
  const scenario = sampleScenario({
    name: ATTACK,
    uri: ATTACK,
    status: 'failed',
    steps: [{ text: ATTACK, status: 'failed', milliseconds: 1, message: ATTACK }],
    judgements: [judgement],
    migrations: [migration],
  })
  const run = sampleRun({
    gates: [sampleGate({ title: ATTACK, description: ATTACK, uri: ATTACK })],
    scenarios: [scenario],
    errors: [ATTACK],
    profile: ATTACK,
    selection: { tags: ATTACK, complete: false, shard: null },
  })
  return {
    ...run,
    environment: {
      ...run.environment,
      command: ATTACK,
      commit: ATTACK,
      platform: ATTACK,
      libraries: { [ATTACK]: ATTACK },
    },
  }
}

describe('renderHtml', () => {
  it('begins its text with the verdict and its sentence', () => {
    const run = breachOf('DAT301', samplePlanRun())
    const heading = /<h1>.*?<\/h1>/s.exec(page(run))?.[0] ?? ''
    expect(textOf(heading)).to.equal(toRunDocument(run).sentence)
  })

  it("lists breached gates first, then vacuous ones, then the plan's order", () => {
    const run = breachOf('ROL503', samplePlanRun())
    const scenarios = run.scenarios.filter(({ gate }) => gate !== 'DAT306')
    const codes = [...page({ ...run, scenarios }).matchAll(/<article id="([A-Z]{3}\d{3})"/g)].map(
      (match) => match[1],
    )
    expect(codes.slice(0, 4)).to.deep.equal(['ROL503', 'DAT306', 'MIG101', 'MIG102'])
  })

  it('has an anchor for every link within the page, and every id once', () => {
    const { scenarios } = samplePlanRun()
    const some = scenarios.filter(({ gate }) => gate !== 'MIG101')
    const html = page(
      samplePlanRun({ scenarios: some, selection: { tags: 'not @MIG101', complete: false, shard: null } }),
    )
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
    expect(new Set(ids).size).to.equal(ids.length)
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).to.include(target)
  })

  it('needs nothing but itself and allows nothing else', () => {
    const html = page(samplePlanRun())
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
    expect(policy?.replaceAll('&#39;', "'")).to.equal(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    expect(html).not.to.match(/<script|<link|<img|<iframe|\sstyle=|\ssrc=|\son[a-z]+=|https?:|url\(/)
  })

  it('shows markup in the data as text, wherever it stands', () => {
    const html = page(attacked())
    expect(html).not.to.contain('<img').and.not.contain('<script')
    expect(html.match(/<\/style>/g)?.length).to.equal(1)
    const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag)
    for (const tag of tags) expect(tag.replaceAll(/"[^"]*"/g, '')).not.to.contain('onerror')
  })

  it('says loudly that a run was narrowed', () => {
    const html = page(samplePlanRun({ selection: { tags: '@DAT301', complete: false, shard: null } }))
    expect(html).to.contain('<title>GO, narrowed · ').and.contain('class="verdict go narrowed"')
    expect(textOf(html)).to.contain('This run was narrowed. It does not speak for the whole plan.')
  })

  it('shows witnesses, usual cause, reasons, steps and the way through the migrations', () => {
    const run = breachOf(
      'DAT301',
      samplePlanRun({ findings: [{ uri: 'a.feature', line: 3, message: 'misspelt' }] }),
    )
    const text = textOf(page(run))
    for (const part of [
      '8,457 witnesses; the first 6:',
      'wom_snapshots #311',
      'Usually names were compared',
      'a.feature:3: misspelt',
      'features/plan/dat301.feature:12',
      'at Links.match',
      'NormalizeUserIds',
      '243 MB to 251 MB',
      'typeorm1.1.1',
      'stagegate verify --profile production',
    ]) {
      expect(text).to.contain(part)
    }
  })

  it('sets several engines side by side: outcomes, measures, locks', () => {
    const html = page(sampleEnginesRun())
    const heads = /<table class="gates stacked">.*?<\/thead>/s.exec(html)?.[0] ?? ''
    expect([...heads.matchAll(/<th [^>]*>([^<]*)<\/th>/g)].map(([, head]) => head)).to.deep.equal([
      'Code',
      'What must hold',
      'SQLite',
      'PostgreSQL',
      'Measured',
      'Tolerance',
      'Margin',
      'Population',
    ])
    const row = (code: string) => textOf(new RegExp(`<a href="#${code}">.*?</tr>`, 's').exec(html)?.[0] ?? '')
    expect(row('DAT301')).to.match(/heldbreached/)
    expect(row('SCH203')).to.match(/held–/)
    const text = textOf(html)
    for (const part of [
      "production's rows, normalised on PostgreSQL",
      'wom_snapshots closed to readers for 12 ms (ACCESS EXCLUSIVE), 1 waited; wom_snapshots closed to writers',
      '1 call, 1.2 s, 586,551 rows',
      'SQLite 3.53.0, PostgreSQL 15.18',
      'stagegate verify --tags @DAT301 --engine postgres',
    ]) {
      expect(text).to.contain(part)
    }
    expect(text).not.to.match(/--keep/)
  })

  it('shows a run of nothing', () => {
    expect(textOf(page(sampleRun({ gates: [], scenarios: [] })))).to.contain('UNPROVEN: the plan has no gate')
  })
})
