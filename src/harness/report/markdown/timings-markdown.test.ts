import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { sampleScenario } from '../../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../../verdict/to-run-document.ts'
import type { Timing } from '../../vocabulary/timing.ts'
import { renderComment } from '../render-comment.ts'
import { breachOf } from '../sample/breach-of.ts'
import { samplePlanRun } from '../sample/sample-plan-run.ts'
import { sampleTimings } from '../sample/sample-timings.ts'
import { timingsMarkdown } from './timings-markdown.ts'

const ATTACK = '<img src=x onerror=alert(1)> | **bold** @everyone'
const { methods, growth } = sampleTimings()

function runOf(...timings: readonly Timing[]) {
  return sampleRun({ scenarios: [sampleScenario({ gate: 'PRF403', timings })] })
}

const ROOM = { most: 4000, unit: 'characters' } as const

describe('timingsMarkdown', () => {
  it('is no block where nothing was timed', () => {
    expect(timingsMarkdown(runOf(), ROOM)).to.deep.equal([])
    expect(renderComment(toRunDocument(sampleRun()))).not.to.contain('Timings')
  })

  it('is one table; gate and subject stand where their operations begin', () => {
    const rows = timingsMarkdown(runOf(methods, growth), ROOM).join('').split('\n').slice(-6, -1)
    expect(rows).to.deep.equal([
      '| PRF403 | message counts of 30 days (wall clock) | by username | - | 1.28 s | - | 1.27 s | 1.34 s | 7 |',
      '|  |  | by id | - | 0.92 ms | 1/1,396 × | 0.90 ms | 1.31 ms | 7 |',
      '| PRF403 | latest snapshots by id, as the rows grow (wall clock) | staging | 111,051 | 0.20 ms | - | 0.20 ms | 0.22 ms | 5 |',
      '|  |  | production | 1,110,510 | 0.56 ms | 2.8 × at 10.0 × the rows | 0.55 ms | 0.61 ms | 5 |',
      '|  |  | load | 11,105,100 | 2.05 ms | 10.2 × at 100 × the rows | 1.98 ms | 2.40 ms | 5 |',
    ])
  })

  it('escapes names, and every row keeps its cells', () => {
    const text = timingsMarkdown(
      runOf({ subject: ATTACK, clock: 'wall clock', operations: [{ name: ATTACK, milliseconds: [1] }] }),
      ROOM,
    )
    expect(text.join('')).not.to.contain('<img').and.not.contain('@everyone').and.not.contain('**bold')
    for (const row of text.join('').match(/^\|.*$/gm) ?? []) expect(row.split('|'), row).to.have.length(11)
  })

  it('stands behind the breaches, and never pushes out what is below it', () => {
    const run = breachOf('DAT301', samplePlanRun())
    const timings = Array.from({ length: 500 }, (_, index) => ({
      ...methods,
      subject: `${index}`.repeat(100),
    }))
    const scenarios = run.scenarios.map((scenario) =>
      scenario.gate === 'PRF403' ? { ...scenario, timings } : scenario,
    )
    const text = renderComment(toRunDocument({ ...run, scenarios }))
    const parts = ['| DAT301 ', '### DAT301 breached', '### Timings', '_Cut here: ', '### What it rests on']
    const places = parts.map((part) => text.indexOf(part))
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b))
    expect(places[0]).to.be.above(0)
    expect(places[4]).to.be.below(20_000)
  })
})
