import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunDocument } from '../verdict/decision.ts'
import type { RunRecord } from '../verdict/run-record.ts'
import { sampleSource } from '../verdict/sample/sample-source.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { provenance } from './provenance.ts'
import { renderComment } from './render-comment.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderText } from './render-text.ts'
import { sampleDatabaseRun } from './sample/sample-database-run.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

const ATTACK = '"><img src=x onerror=alert(1)></style><script>alert(1)</script> | **bold** @everyone\u001b[2J'
const DOUBT = 'alembic_version says "zzz", which is no revision of this history.'
const PLAIN = { width: 120, color: false }

interface Reports {
  readonly html: string
  readonly text: string
  readonly markdown: string
}

function reports(run: RunRecord): Reports {
  const document: RunDocument = toRunDocument(run)
  return {
    html: textOf(renderHtml(document)),
    text: renderText(document, PLAIN),
    markdown: plain(renderMarkdown(document)),
  }
}

/** A page without its style and its tags, as a reader sees it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/<\/?code>|\\/g, '')
}

const all = reports(sampleDatabaseRun())

function each(see: (report: string, name: string) => void, of: Reports = all): void {
  for (const [name, report] of Object.entries(of)) see(report, name)
}

describe('reports on a real database', () => {
  it('name it, where it stands, how that is known, and what was found out', () => {
    each((report, name) => {
      for (const part of [
        'clan_data_staging.db',
        '1.12 GB',
        '1,110,510',
        'It stands at DedupSnapshots: its alembic_version says so.',
        'alembic_version says dedup_snaps_002',
        '2026-11-22 13:40:08 UTC',
      ]) {
        expect(report, name).to.contain(part)
      }
    })
    expect(all.html).to.contain('rehearsal on a copy of clan_data_staging.db')
    expect(renderHtml(toRunDocument(sampleDatabaseRun()))).to.contain(
      '<title>GO · Stagegate · clan_data_staging.db · 2026-11-22</title>',
    )
  })

  it('list every finding, and say what its kind means', () => {
    const { source } = sampleDatabaseRun()
    expect(source?.findings).to.have.length(10)
    each((report, name) => {
      expect(report, name).to.contain('10 things differ from the baseline of DedupSnapshots.')
      for (const meaning of [
        'extra: no migration makes it',
        'missing: a migration made it, and it is gone',
        'different: it is there, with another definition',
        'ahead: a migration that is not recorded as applied makes it',
      ]) {
        expect(report, name).to.contain(meaning)
      }
      for (const { object, what } of source?.findings ?? []) {
        expect(report, name).to.contain(object).and.contain(what)
      }
    })
  })

  it('say that nothing differs, where nothing does', () => {
    each(
      (report, name) =>
        expect(report, name)
          .to.contain('Nothing differs from the baseline of DedupSnapshots.')
          .and.not.contain('extra'),
      reports(sampleDatabaseRun({ source: sampleSource({ findings: [] }) })),
    )
  })

  it('begin a terminal with twenty findings of many, and fill the page with all', () => {
    const findings = Array.from({ length: 25 }, (_, index) => ({
      ...({ object: `index idx_${index}_`, kind: 'extra', what: 'x' } as const),
    }))
    const { text, html } = reports(sampleDatabaseRun({ source: sampleSource({ findings }) }))
    expect(text).to.contain('idx_19_').and.contain('and 5 more: see reports/index.html#database')
    expect(text).not.to.contain('idx_20_')
    expect(html).to.contain('idx_24_')
  })

  it('say the doubt', () => {
    const source = sampleSource({ at: null, knownBy: null, doubt: DOUBT })
    each(
      (report, name) => {
        expect(report, name).to.contain(`It cannot be told where it stands: ${DOUBT}`)
        expect(report, name).to.contain('2 things differ from the nearest baseline.')
      },
      reports(sampleDatabaseRun({ source, scenarios: [], errors: [DOUBT] })),
    )
    expect(renderHtml(toRunDocument(sampleDatabaseRun({ source })))).to.contain('class="standing doubtful"')
    expect(renderHtml(toRunDocument(sampleDatabaseRun()))).not.to.contain('class="standing doubtful"')
  })

  it('show the tolerance that counted, why, and what the plan asks for', () => {
    each((report, name) => {
      expect(report, name)
        .to.contain('Tolerances of staging')
        .and.contain('at least 45 %')
        .and.contain('a bot that is no member has written here since March; the plan asks for at least 50 %')
    })
    expect(all.html).to.contain('features/plan/dat301.feature:14')
    each(
      (report, name) => expect(report, name).to.match(/othing was judged by one/),
      reports({ ...samplePlanRun(), configured: 'staging' }),
    )
  })

  it('say in the table of gates that a tolerance is not that of the plan', () => {
    const run = sampleDatabaseRun()
    const scenarios = run.scenarios.map((scenario) => ({
      ...scenario,
      judgements: scenario.judgements.filter(({ tolerance }) => tolerance === 'at least 45 %'),
    }))
    const { html, text, markdown } = reports({ ...run, scenarios })
    expect(html).to.contain('at least 45 % of staging')
    expect(text).to.contain('(configured)')
    expect(markdown).to.contain('| at least 45 % (configured) |')
  })

  it('say of a breach who asks for what, and why', () => {
    const run = sampleDatabaseRun()
    const scenarios = run.scenarios.map((scenario) => ({
      ...scenario,
      judgements: scenario.judgements.map((judgement) =>
        judgement.tolerance === 'at least 45 %' ? { ...judgement, outcome: 'breached' as const } : judgement,
      ),
    }))
    each(
      (report, name) => {
        const breach = report.slice(report.indexOf('stagegate.config.ts asks for at least 45 %'))
        expect(breach, name).to.contain('a bot that is no member has written here since March')
      },
      reports({ ...run, scenarios }),
    )
  })

  it('list what does not apply, by reason, and the gates that have nothing else', () => {
    each((report, name) => {
      expect(report, name)
        .to.contain('4 scenarios do not apply to a real database')
        .and.contain('not judged: SCH201.')
        .and.contain('(2 times)')
        .and.contain('needs the exact counts of a fixture')
        .and.contain('features/data/links.feature:22')
    })
    expect(all.html).to.contain('Every gate of the plan that applies.')
  })

  it('say nothing of all this on a fixture', () => {
    each((report, name) => {
      expect(report, name)
        .to.not.contain('The database')
        .and.not.contain('Tolerances of')
        .and.not.contain('does not apply')
        .and.not.contain('do not apply')
    }, reports(samplePlanRun()))
  })

  it('have the database, the environment and the silence about names among the facts', () => {
    const facts = Object.fromEntries(
      provenance(sampleDatabaseRun({ anonymous: true })).map(({ label, value }) => [label, value]),
    )
    expect(facts).to.deep.include({
      Database:
        'clan_data_staging.db: 1.12 GB, 1,110,510 rows, at DedupSnapshots by alembic_version, 10 findings',
      Tolerances: 'stagegate.config.ts, environment staging; else those of the plan',
      Names: 'of people are left out',
    })
    expect(facts).not.to.have.property('Profile')
  })
})

describe('what a real database is called, and what is written in it,', () => {
  const attacked = toRunDocument({
    ...sampleDatabaseRun(),
    source: sampleSource({
      location: ATTACK,
      at: ATTACK,
      facts: [ATTACK],
      findings: [{ object: ATTACK, kind: 'extra', what: ATTACK }],
    }),
    configured: ATTACK,
    scenarios: sampleDatabaseRun().scenarios.map((scenario) => ({
      ...scenario,
      judgements: scenario.judgements.map((judgement) => ({
        ...judgement,
        toleranceFrom: `stagegate.config.ts, environment staging: ${ATTACK}`,
      })),
    })),
    notApplicable: [{ gate: 'DAT301', name: ATTACK, uri: ATTACK, line: 3, engine: 'sqlite', why: ATTACK }],
  })
  const doubtful = toRunDocument({
    ...sampleDatabaseRun(),
    source: sampleSource({ at: null, doubt: ATTACK }),
  })

  it('makes no markup of a page', () => {
    for (const html of [attacked, doubtful].map(renderHtml)) {
      expect(html).not.to.contain('<img').and.not.contain('<script').and.not.contain('\u001b')
      expect(html.match(/<\/style/g)).to.have.length(1)
    }
  })

  it('makes no markup of a summary, and no cell of a table', () => {
    for (const text of [attacked, doubtful].map(renderMarkdown)) {
      expect(text).not.to.contain('<img').and.not.contain('**bold').and.not.contain('@everyone')
      const rows = text.split('\n').filter((line) => line.startsWith('| '))
      const widths = new Set(rows.map((line) => line.split('|').length))
      expect([...widths].sort()).to.not.include(1)
      for (const row of rows.filter((line) => line.includes('bold'))) {
        expect([5, 6, 8], row).to.include(row.split('|').length)
      }
    }
  })

  it('neither repaints a terminal nor breaks a line', () => {
    for (const text of [attacked, doubtful].map((document) => renderText(document, PLAIN))) {
      expect(text).not.to.contain('\u001b')
    }
  })

  it('never pushes a verdict or a breach out of a comment', () => {
    const findings = Array.from({ length: 3000 }, (_, index) => ({
      ...({ object: `index ${index}`, kind: 'extra', what: ATTACK } as const),
    }))
    const notApplicable = Array.from({ length: 3000 }, (_, line) => ({
      ...({
        gate: null,
        name: ATTACK,
        uri: 'a.feature',
        line: line + 1,
        engine: 'sqlite',
        why: ATTACK,
      } as const),
    }))
    const text = renderComment(
      toRunDocument(sampleDatabaseRun({ source: sampleSource({ findings }), notApplicable })),
    )
    expect(text.length).to.be.below(65_536)
    for (const part of [
      'GO: all 12',
      '| ROL503 |',
      '### Timings',
      '### What does not apply',
      '### What it rests on',
    ]) {
      expect(text).to.contain(part)
    }
  })
})
