import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Superseded } from '../../verdict/run-record.ts'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { toRunDocument } from '../../verdict/to-run-document.ts'
import { renderHtml } from '../render-html.ts'
import { breachOf } from '../sample/breach-of.ts'
import { samplePlanRun } from '../sample/sample-plan-run.ts'
import { sampleRunsBefore } from '../sample/sample-runs-before.ts'

const ATTACK = '"><img src=x onerror=alert(1)>'

function sectionOf(html: string, id: string): string {
  return new RegExp(`<section[^>]* aria-labelledby="${id}">.*?</section>`, 's').exec(html)?.[0] ?? ''
}

describe('what a page says around its gates', () => {
  it('says what changed since the run before, right after the gates', () => {
    const html = renderHtml(toRunDocument(breachOf('DAT301', samplePlanRun()), sampleRunsBefore()))
    const heads = [...html.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id)
    expect(heads.slice(0, 4)).to.deep.equal(['provenance', 'gates', 'since', 'details'])
    const since = sectionOf(html, 'since')
    expect(since).to.contain('2026-11-21 13:40 UTC, which was GO').and.contain('1,390 times')
    expect(since.match(/<svg/g)).to.have.length(sampleRunsBefore().trends.length)
  })

  it('says nothing of a run before where none is known', () => {
    expect(renderHtml(toRunDocument(samplePlanRun()))).not.to.contain('id="since"')
  })

  it('links to every section that is there, and to no other', () => {
    const html = renderHtml(toRunDocument(samplePlanRun()))
    const nav = /<nav.*?<\/nav>/s.exec(html)?.[0] ?? ''
    const linked = [...nav.matchAll(/href="#([a-z]+)"/g)].map(([, id]) => id)
    const heads = [...html.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id)
    expect(linked).to.deep.equal(heads.filter((id) => id !== 'provenance'))
  })

  it('says first what the verdict rests on: gates, rows, engines, who asked and how to reach it again', () => {
    const rests = sectionOf(renderHtml(toRunDocument(samplePlanRun())), 'provenance').replaceAll(
      /<[^>]*>/g,
      ' ',
    )
    for (const part of ['13 of 13 asked', 'rows and objects', 'SQLite 3.53.0', 'production', 'qa-lead'])
      expect(rests).to.contain(part)
    expect(rests.trim()).to.match(/stagegate verify --profile production$/)
  })

  it('shows scenarios that were run again, as text', () => {
    const superseded: readonly Superseded[] = [
      {
        ...{ gate: 'DAT301', name: ATTACK, uri: ATTACK, line: 3, why: ATTACK },
        engine: 'sqlite',
        status: 'unknown',
        startedAt: '2026-11-22T12:10:00.000Z',
      },
    ]
    const html = renderHtml(toRunDocument(sampleRun({ superseded })))
    expect(sectionOf(html, 'superseded')).to.contain('unknown').and.contain('2026-11-22 12:10 UTC')
    expect(html).not.to.contain('<img')
  })

  it('leads from a breach to its scenario', () => {
    const html = renderHtml(toRunDocument(breachOf('DAT301', samplePlanRun())))
    const [, anchor] = /Seen in <a href="#(scenario-\d+)"/.exec(html) ?? []
    expect(html).to.contain(`<li id="${anchor}"><span class="status failed">`)
  })
})
