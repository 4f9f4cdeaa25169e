import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Measurement } from '../measurement/measurement.ts'
import { judge } from './judge.ts'
import { all, atLeast, atMost, exactly, none } from './tolerance.ts'

const links: Measurement = {
  subject: 'wom_snapshots.user_id',
  unit: 'share',
  value: 95_474,
  population: 96_097,
  witnesses: [{ where: 'wom_snapshots #17', what: 'no member is called "Jo_hn"' }],
  witnessCount: 623,
}

describe('judge', () => {
  it('holds a share that reaches its rate, and shows no witnesses against it', () => {
    const judgement = judge(links, atLeast(0.993))
    expect(judgement).to.include({
      outcome: 'held',
      measured: '99.35 % (95,474 of 96,097)',
      tolerance: 'at least 99.3 %',
    })
    expect(judgement.witnesses).to.deep.equal([])
  })

  it('breaches a share below its rate, with its witnesses', () => {
    const judgement = judge(links, atLeast(0.994))
    expect(judgement).to.include({ outcome: 'breached', witnessCount: 623 })
    expect(judgement.witnesses).to.have.length(1)
  })

  it('takes a share of everything as exact: one row less is a breach and never reads as 100 %', () => {
    const oneLess = judge({ ...links, value: 96_096 }, all)
    expect(oneLess).to.include({ outcome: 'breached', measured: '99.99 % (96,096 of 96,097)' })
    expect(judge({ ...links, value: 96_097 }, all).outcome).to.equal('held')
  })

  it('compares exactly by rows', () => {
    expect(judge(links, exactly(95_474)).outcome).to.equal('held')
    expect(judge({ ...links, value: 95_475 }, exactly(95_474)).outcome).to.equal('breached')
  })

  it('is vacuous about nothing, though nothing is wrong with it', () => {
    const nothing: Measurement = { ...links, unit: 'faults', value: 0, population: 0 }
    expect(judge(nothing, none).outcome).to.equal('vacuous')
    expect(judge({ ...nothing, value: 3 }, none).outcome).to.equal('vacuous')
  })

  it('breaches on the first fault', () => {
    const fault: Measurement = { ...links, unit: 'faults', value: 1, population: 10 }
    expect(judge(fault, none)).to.include({ outcome: 'breached', measured: '1 fault', tolerance: 'none' })
    expect(judge({ ...fault, value: 0 }, none).outcome).to.equal('held')
  })

  it('writes each unit as people read it', () => {
    const of = (unit: Measurement['unit'], value: number, limit: number) =>
      judge({ ...links, unit, value, population: 1 }, atMost(limit))
    expect(of('bytes', 243_000_000, 1_000)).to.include({
      outcome: 'breached',
      measured: '243 MB',
      tolerance: 'at most 1.00 KB',
    })
    expect(of('milliseconds', 1_900, 2_000)).to.include({
      outcome: 'held',
      measured: '1.9 s',
      tolerance: 'at most 2.0 s',
    })
    expect(of('ratio', 1.5, 1.5)).to.include({ outcome: 'held', measured: '1.50 times' })
  })

  it('refuses to compare what is no number', () => {
    expect(() => judge({ ...links, value: Number.NaN }, none)).to.throw(RangeError)
  })
})
