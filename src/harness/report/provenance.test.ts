import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { provenance } from './provenance.ts'
import { renderHtml } from './render-html.ts'
import { renderJson } from './render-json.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderText } from './render-text.ts'

function factsOf(changes: Parameters<typeof sampleRun>[0]): Record<string, string> {
  return Object.fromEntries(provenance(sampleRun(changes)).map(({ label, value }) => [label, value]))
}

describe('provenance', () => {
  it('names profile, engine, commit, date, versions and the command', () => {
    expect(factsOf({})).to.deep.equal({
      Profile: 'production',
      Engine: 'SQLite 3.53.0',
      Commit: '4f2c9be1',
      Date: '2026-11-22 13:40 UTC, took 24.4 s',
      Strict: 'no: advisory gates only warn',
      Platform: 'linux x64',
      Versions:
        'stagegate 0.1.0, node v20.20.2, typeorm 1.1.1, better-sqlite3 12.11.1, sqlite3 6.0.1, @cucumber/cucumber 12.9.0',
      Command: 'stagegate verify --profile production',
    })
  })

  it('tells a changed work tree and a set size of raw_data', () => {
    const { environment } = sampleRun()
    const facts = factsOf({
      rawDataBytes: 10_000,
      engines: [],
      environment: { ...environment, commit: 'abc+', engines: [] },
    })
    expect(facts.Commit).to.equal('abc, and changes that are not committed')
    expect(facts.Profile).to.equal('production, raw_data of 10.0 KB a snapshot')
    expect(facts.Engine).to.equal('none')
  })

  it('is in every report', () => {
    const document = toRunDocument(sampleRun())
    const unescaped = (text: string) =>
      text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    const reports = [
      renderHtml(document),
      renderJson(document),
      unescaped(renderMarkdown(document)),
      renderText(document, { width: 100, color: false }),
    ]
    for (const report of reports) {
      for (const fact of [
        'production',
        '3.53.0',
        '4f2c9be1',
        '2026-11-22',
        '1.1.1',
        'stagegate verify --profile production',
      ]) {
        expect(report).to.contain(fact)
      }
    }
  })
})
