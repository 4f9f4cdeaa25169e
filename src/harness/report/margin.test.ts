import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../gate/judge.ts'
import { atLeast, atMost, exactly, none, type Tolerance } from '../gate/tolerance.ts'
import type { Unit } from '../measurement/measurement.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { gateMargin } from './gate-margin.ts'
import { marginOf } from './margin.ts'

function judged(unit: Unit, value: number, tolerance: Tolerance, population = 96_097) {
  return judge({ subject: 'x', unit, value, population, witnesses: [], witnessCount: 0 }, tolerance)
}

function marginText(unit: Unit, value: number, tolerance: Tolerance): string | undefined {
  return marginOf(judged(unit, value, tolerance))?.text
}

describe('marginOf', () => {
  it('is in percentage points for a share and for growth, and never rounds to nothing', () => {
    expect(marginText('share', 95_474, atLeast(0.993))).to.equal('+0.05 pp')
    expect(marginText('share', 87_640, atLeast(0.993))).to.equal('−8.10 pp')
    expect(marginText('share', 96_096, atLeast(1))).to.equal('−under 0.01 pp')
    expect(marginText('growth', 0.067, atMost(0.6))).to.equal('53.3 pp below')
  })

  it('is a part of what is needed or allowed for a ratio', () => {
    expect(marginText('ratio', 960, atLeast(300))).to.equal('3.20 times as much as needed')
    expect(marginText('ratio', 240, atLeast(300))).to.equal('0.80 times as much as needed')
    expect(marginText('ratio', 0.12, atMost(0.3))).to.equal('40 % of what is allowed')
  })

  it('is what is left, or too much, in the unit of the value', () => {
    expect(marginText('milliseconds', 38, atMost(50))).to.equal('12 ms below')
    expect(marginText('milliseconds', 62, atMost(50))).to.equal('12 ms above')
    expect(marginText('rows', 12, atLeast(10))).to.equal('2 above')
    expect(marginText('rows', 10, atLeast(10))).to.equal('at its limit')
  })

  it('is absent where only one value is allowed, where there is no better one, and where nothing was measured', () => {
    expect(marginText('faults', 0, none)).to.equal(undefined)
    expect(marginText('faults', 3, none)).to.equal(undefined)
    expect(marginText('rows', 3, exactly(3))).to.equal(undefined)
    expect(marginText('share', 96_097, atLeast(1))).to.equal(undefined)
    expect(marginOf(judged('share', 0, atLeast(0.5), 0))).to.equal(undefined)
  })
})

describe('gateMargin', () => {
  const wide = judged('share', 95_474, atLeast(0.5))
  const tight = judged('milliseconds', 49, atMost(50))
  const breached = judged('share', 0, atLeast(0.9))

  function ofGate(...judgements: readonly (typeof wide)[]): string | undefined {
    const [gate] = toRunDocument(sampleRun({ scenarios: [sampleScenario({ judgements })] })).gates
    return gate && gateMargin(gate)?.text
  }

  it('is the tightest of its judgements', () => {
    expect(ofGate(wide, tight, judged('faults', 0, none))).to.equal('1.0 ms below')
  })

  it('is that of what the gate came to its outcome by', () => {
    expect(ofGate(tight, breached)).to.equal('−90.0 pp')
    expect(ofGate(tight, judged('faults', 3, none))).to.equal(undefined)
  })
})
