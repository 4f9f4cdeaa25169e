import { describe, it } from 'node:test'
import { expect } from 'chai'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { sampleScenario } from '../../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../../verdict/to-run-document.ts'
import type { Timing } from '../../vocabulary/timing.ts'
import { renderHtml } from '../render-html.ts'
import { samplePlanRun } from '../sample/sample-plan-run.ts'
import { samplePlans } from '../sample/sample-plans.ts'
import { sampleTimings } from '../sample/sample-timings.ts'
import { GrowthSection } from './growth-section.tsx'
import { TimingsSection } from './timings-section.tsx'

const ATTACK = '"><img src=x onerror=alert(1)></svg><script>alert(1)</script>'

function section(...timings: readonly Timing[]): string {
  const run = sampleRun({ scenarios: [sampleScenario({ timings })] })
  return renderToString(h(TimingsSection, { run })) + renderToString(h(GrowthSection, { run }))
}

function cellsOf(html: string): readonly (readonly string[])[] {
  const rows = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1]?.match(/<tr>.*?<\/tr>/gs) ?? []
  return rows.map((row) => [...row.matchAll(/<(th|td data)[^>]*>([^<]*)</g)].map(([, , text]) => text ?? ''))
}

describe('TimingsSection and GrowthSection', () => {
  it('are not there where nothing was timed', () => {
    expect(section()).to.equal('')
    expect(renderHtml(toRunDocument(sampleRun()))).not.to.match(/id="(timings|growth)"/)
  })

  it('tell growth from timings by the rows of operations', () => {
    const html = section(sampleTimings().growth)
    expect(html).to.contain('id="growth"').and.not.contain('id="timings"')
    expect(cellsOf(html)).to.deep.equal([
      ['staging', '111,051', '0.20 ms', '–', '0.20 ms', '0.22 ms', '5'],
      ['production', '1,110,510', '0.56 ms', '2.8 × at 10.0 × the rows', '0.55 ms', '0.61 ms', '5'],
      ['load', '11,105,100', '2.05 ms', '10.2 × at 100 × the rows', '1.98 ms', '2.40 ms', '5'],
    ])
  })

  it('have no column of rows where none are given', () => {
    expect(cellsOf(section(sampleTimings().methods))).to.deep.equal([
      ['by username', '1.28 s', '–', '1.27 s', '1.34 s', '7'],
      ['by id', '0.92 ms', '1/1,396 ×', '0.90 ms', '1.31 ms', '7'],
    ])
  })

  it('draw a timing twice, for a wide window and a narrow one, with the tolerance of its scenario', () => {
    const html = renderHtml(toRunDocument(samplePlanRun()))
    const timings = /<section aria-labelledby="timings">.*?<\/section>/s.exec(html)?.[0] ?? ''
    expect(timings.match(/<svg/g)).to.have.length(2)
    expect(timings.match(/not under 92.0 ms<\/text>/g)).to.have.length(2)
  })

  it('show the same subject of two scenarios under one heading, each with its gate', () => {
    const timings = [sampleTimings().methods]
    const scenarios = ['PRF403', 'PRF410'].map((gate) => sampleScenario({ gate, timings }))
    const html = renderToString(h(TimingsSection, { run: sampleRun({ scenarios }) }))
    expect(html.match(/<h3/g)).to.have.length(1)
    expect([...html.matchAll(/href="#([A-Z0-9]+)"/g)].map(([, gate]) => gate)).to.deep.equal([
      'PRF403',
      'PRF410',
    ])
  })

  it('show the plans of a subject once, folded up, with their ways', () => {
    const timings = [sampleTimings().methods]
    const plans = samplePlans()
    const scenarios = ['PRF403', 'PRF410'].map((gate) => sampleScenario({ gate, timings, plans }))
    const html = renderToString(h(TimingsSection, { run: sampleRun({ scenarios }) }))
    expect(html.match(/<details/g)).to.have.length(1)
    expect(html).to.contain('<summary>The 2 plans: by username, by id</summary>')
    expect(html.match(/SCAN discord_messages USING INDEX/g)).to.have.length(1)
  })

  it('cut a long statement and a long plan, and say so', () => {
    const [plan] = samplePlans()
    const long = {
      subject: 'x',
      way: 'by id',
      ...plan,
      sql: 'S'.repeat(9000),
      steps: Array(200).fill('SCAN'),
    }
    const scenario = sampleScenario({ timings: [sampleTimings().methods], plans: [long] })
    const html = renderToString(h(TimingsSection, { run: sampleRun({ scenarios: [scenario] }) }))
    expect(html)
      .to.contain('… and 140 lines more')
      .and.contain(`${'S'.repeat(2000)}…</pre>`)
  })

  it('give every drawing ids of its own', () => {
    const html = renderHtml(toRunDocument(samplePlanRun()))
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).to.equal(ids.length)
    for (const [, id] of html.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g))
      expect(ids).to.include(id)
  })

  it('show markup in names as text', () => {
    const html = section({
      subject: ATTACK,
      clock: 'wall clock',
      operations: [{ name: ATTACK, milliseconds: [1] }],
    })
    expect(html).not.to.contain('<img').and.not.contain('<script')
    expect(html.match(/<svg/g)?.length).to.equal(html.match(/<\/svg>/g)?.length)
  })
})
