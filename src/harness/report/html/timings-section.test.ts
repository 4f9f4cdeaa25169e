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
import { sampleTimings } from '../sample/sample-timings.ts'
import { TimingsSection } from './timings-section.tsx'

const ATTACK = '"><img src=x onerror=alert(1)></svg><script>alert(1)</script>'

function section(...timings: readonly Timing[]): string {
  const run = sampleRun({ scenarios: [sampleScenario({ timings })] })
  return renderToString(h(TimingsSection, { run }))
}

function cellsOf(html: string): readonly (readonly string[])[] {
  const rows = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1]?.match(/<tr>.*?<\/tr>/gs) ?? []
  return rows.map((row) => [...row.matchAll(/<(th|td data)[^>]*>([^<]*)</g)].map(([, , text]) => text ?? ''))
}

describe('TimingsSection', () => {
  it('is not there where nothing was timed', () => {
    expect(section()).to.equal('')
    expect(renderHtml(toRunDocument(sampleRun()))).not.to.contain('id="timings"')
  })

  it('is a table of growth where operations have rows', () => {
    const html = section(sampleTimings().growth)
    expect(cellsOf(html)).to.deep.equal([
      ['staging', '111,051', '0.20 ms', '–', '0.20 ms', '0.22 ms', '5'],
      ['production', '1,110,510', '0.56 ms', '2.8 × at 10.0 × the rows', '0.55 ms', '0.61 ms', '5'],
      ['load', '11,105,100', '2.05 ms', '10.2 × at 100 × the rows', '1.98 ms', '2.40 ms', '5'],
    ])
  })

  it('has no column of rows where none are given', () => {
    expect(cellsOf(section(sampleTimings().methods))).to.deep.equal([
      ['by username', '1.28 s', '–', '1.27 s', '1.34 s', '7'],
      ['by id', '0.92 ms', '1/1,396 ×', '0.90 ms', '1.31 ms', '7'],
    ])
  })

  it('draws a tick for every sample and one for the median, and says what is drawn', () => {
    const html = section(sampleTimings().methods)
    const strips = html.match(/<svg class="strip".*?<\/svg>/gs) ?? []
    expect(strips.map((strip) => strip.match(/class="sample"/g)?.length)).to.deep.equal([7, 7])
    expect(strips.map((strip) => strip.match(/class="median"/g)?.length)).to.deep.equal([1, 1])
    expect(strips[1])
      .to.contain('by id: 7 samples from 0.90 ms to 1.31 ms, median 0.92 ms')
      .and.contain('On a logarithmic scale from 0.80 ms to 1.51 s')
  })

  it('shows the same subject of two scenarios twice, each with its gate', () => {
    const timings = [sampleTimings().methods]
    const scenarios = ['PRF403', 'PRF410'].map((gate) => sampleScenario({ gate, timings }))
    const html = renderToString(h(TimingsSection, { run: sampleRun({ scenarios }) }))
    expect([...html.matchAll(/href="#([A-Z0-9]+)"/g)].map(([, gate]) => gate)).to.deep.equal([
      'PRF403',
      'PRF410',
    ])
  })

  it('gives every drawing ids of its own', () => {
    const html = renderHtml(toRunDocument(samplePlanRun()))
    const ids = [...html.matchAll(/ id="(timing-[^"]*)"/g)].map(([, id]) => id)
    expect(ids).to.have.length(10)
    expect(new Set(ids).size).to.equal(10)
    for (const [, id] of html.matchAll(/aria-(?:labelledby|describedby)="(timing-[^"]*)"/g))
      expect(ids).to.include(id)
  })

  it('shows markup in names as text', () => {
    const html = section({
      subject: ATTACK,
      clock: 'wall clock',
      operations: [{ name: ATTACK, milliseconds: [1] }],
    })
    expect(html).not.to.contain('<img').and.not.contain('<script')
    expect(html.match(/<svg/g)?.length).to.equal(html.match(/<\/svg>/g)?.length)
  })
})
