import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import type { UnmatchedName, UnmatchedRows } from '../vocabulary/unmatched.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderText } from './render-text.ts'
import { breachOf } from './sample/breach-of.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'
import { sampleUnmatched, sampleUnmatchedName } from './sample/sample-unmatched.ts'
import { unmatchedNameText } from './unmatched-name-text.ts'

const STYLE = { width: 100, color: false }
const ATTACK = '"><script>alert(1)</script>| **bold** @everyone \u001b[2J\u202e\nnext'

function documentOf(...unmatched: readonly UnmatchedRows[]) {
  return toRunDocument(sampleRun({ scenarios: [sampleScenario({ gate: 'DAT301', unmatched })] }))
}

function many(count: number): UnmatchedRows {
  const names = Array.from({ length: count }, (_, at) =>
    sampleUnmatchedName({ name: `name ${at}`, rows: 900 - at }),
  )
  return sampleUnmatched({ names, nameCount: 930 })
}

describe('what is known of a name', () => {
  const cases: readonly (readonly [Partial<UnmatchedName>, string])[] = [
    [{ known: null }, '–'],
    [{ known: 'exactly', member: 'MEE6' }, 'is a member, by that name'],
    [{ known: 'ignoring case', member: 'Mee6' }, 'is the member "Mee6", in another case'],
    [{ known: 'normalised', member: 'Mee 6' }, 'is the member "Mee 6", normalised'],
    [{ known: 'alias', member: 'Bob' }, 'is the member "Bob", by the alias map'],
    [{ known: 'skip' }, 'is nobody, by the alias map'],
  ]
  for (const [changes, said] of cases) {
    it(`is said as: ${said}`, () => {
      expect(unmatchedNameText(sampleUnmatchedName(changes)).known).to.equal(said)
    })
  }

  it('tells an empty name from none, and one edit from several', () => {
    const nearest = (distance: number) => ({ nearest: { name: 'Bob', distance } })
    const texts = [{ name: null }, { name: '', ...nearest(1) }, { name: ' ', ...nearest(2_000) }].map(
      (changes) => unmatchedNameText(sampleUnmatchedName(changes)),
    )
    expect(texts.map(({ name }) => name)).to.deep.equal(['no name', '""', '" "'])
    expect(texts.map(({ nearest: text }) => text).slice(1)).to.deep.equal([
      '"Bob", 1 edit',
      '"Bob", 2,000 edits',
    ])
  })
})

describe('rows without a link', () => {
  it('are not spoken of where nothing was explained', () => {
    const nothing = toRunDocument(sampleRun())
    for (const text of [renderHtml(nothing), renderMarkdown(nothing), renderText(nothing, STYLE)])
      expect(text).not.to.match(/without a link|unmatched"/i)
  })

  it('are shown on a terminal by comparison and by name', () => {
    expect(renderText(documentOf(sampleUnmatched({ skipped: 4 })), STYLE)).to.contain(
      [
        'Rows of discord_messages.user_id, by how their names would find a member (DAT301):',
        '  rows                586,551  100 %',
        '  linked              309,793  52.82 %',
        '  exactly             264,500  45.09 %',
        '  ignoring case       309,793  52.82 %',
        '  normalised          311,000  53.02 %',
        '  with aliases        311,020  53.03 %',
        '  known to be nobody        4  0.01 %',
        '  Without a link:',
        '    "MEE6"   12,345  2024-03-01 08:00:00.000000 to 2025-12-21 23:59:59.000000; nearest: "Mee_ko", 2 edits; known: –',
        '    "jo hn"   1,207  2024-03-01 08:00:00.000000 to 2025-12-21 23:59:59.000000; nearest: "Jo_hn", the same letters; known: is the member "Jo_hn", normalised',
        '    no name       1  – to –; nearest: –; known: –',
      ].join('\n'),
    )
  })

  it('are shown as two tables of Markdown', () => {
    const text = renderMarkdown(documentOf(sampleUnmatched()))
    expect(text).to.contain('| linked | 309,793 | 52.82 % |')
    expect(text).to.contain(
      '| <code>&#34;jo hn&#34;</code> | 1,207 | 2024-03-01 08:00:00.000000 | 2025-12-21 23:59:59.000000 | "Jo\\_hn", the same letters | is the member "Jo\\_hn", normalised |',
    )
  })

  it('are shown as tables of the page, with heads and captions', () => {
    const html = renderHtml(documentOf(sampleUnmatched()))
    const section = /<h3 id="unmatched">.*?<\/section>/s.exec(html)?.[0] ?? ''
    expect(section.match(/<caption>/g)).to.have.length(2)
    expect(section).to.contain('href="#DAT301"').and.contain('<th scope="row">ignoring case</th>')
    const rows = [
      ...section.matchAll(/<tr><th scope="row">([^<]*)<\/th><td data-label="Rows"[^>]*>([^<]*)</g),
    ]
    expect(rows.map(([, name, count]) => [name, count])).to.deep.equal([
      ['&quot;MEE6&quot;', '12,345'],
      ['&quot;jo hn&quot;', '1,207'],
      ['no name', '1'],
    ])
  })

  it('name ten on a terminal and in Markdown; the page folds up the others', () => {
    const document = documentOf(many(100))
    const shown = (text: string) => new Set(text.match(/name \d+/g)).size
    expect(shown(renderText(document, STYLE))).to.equal(10)
    expect(renderText(document, STYLE)).to.contain('Without a link: 930 names; the 10 with most rows:')
    expect(shown(renderMarkdown(document))).to.equal(10)
    const html = renderHtml(document)
    expect(shown(html)).to.equal(100)
    expect(shown(html.slice(html.indexOf('<summary>The next 90 names')))).to.equal(90)
  })

  it('are escaped everywhere', () => {
    const name = {
      name: ATTACK,
      nearest: { name: ATTACK, distance: 1 },
      known: 'alias',
      member: ATTACK,
    } as const
    const unmatched = sampleUnmatched({
      link: ATTACK,
      names: [sampleUnmatchedName({ ...name, firstSeen: ATTACK })],
    })
    const document = documentOf(unmatched)
    const html = renderHtml(document)
    expect(html).not.to.contain('<script')
    const markdown = renderMarkdown(document)
    expect(markdown).not.to.match(/<script|\*\*bold|@everyone/)
    for (const row of markdown.match(/^\|.*MEE6|^\| <code>.*$/gm) ?? [])
      expect(row.split('|')).to.have.length(8)
    const text = renderText(document, STYLE)
    for (const shown of [html, markdown, text])
      expect(shown).not.to.contain('\u001b').and.not.contain('\u202e')
    expect(text).not.to.match(/^next/m)
  })

  it('are said once of an engine, whatever scenarios explained them, and once more of another engine', () => {
    const explained = { unmatched: [sampleUnmatched()] }
    const scenarios = [explained, explained, { ...explained, engine: 'postgres' as const }].map(
      sampleScenario,
    )
    const run = sampleRun({ engines: ['sqlite', 'postgres'], scenarios })
    const text = renderText(toRunDocument(run), STYLE)
    expect(text.match(/^Rows of .*/gm)).to.deep.equal([
      'Rows of discord_messages.user_id on SQLite, by how their names would find a member (DAT301):',
      'Rows of discord_messages.user_id on PostgreSQL, by how their names would find a member (DAT301):',
    ])
  })

  it('never push a breach out of the summary', () => {
    const run = breachOf('DAT301', samplePlanRun())
    const links = Array.from({ length: 40 }, (_, at) => ({ ...many(10), link: `t${at}.user_id` }))
    const scenarios = run.scenarios.map((scenario) => ({ ...scenario, unmatched: links }))
    const markdown = renderMarkdown(toRunDocument({ ...run, scenarios }))
    expect(markdown).to.contain('### Rows without a link').and.contain('### DAT301 breached')
  })

  it('of a table without rows have no rate', () => {
    const none = { rows: 0, linked: 0, exactly: 0, ignoringCase: 0, normalised: 0, withAliases: 0, names: [] }
    const document = documentOf(sampleUnmatched({ ...none, nameCount: 0 }))
    expect(renderText(document, STYLE)).to.match(/^ {2}linked {9}0$/m)
    expect(renderHtml(document)).not.to.contain('NaN')
  })
})
