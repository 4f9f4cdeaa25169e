import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { Measurement } from '../measurement/measurement.ts'
import { judge } from './judge.ts'
import { atLeast, atMost, exactly, type Tolerance } from './tolerance.ts'

const faster: Measurement = {
  subject: 'message counts: by username over by id',
  unit: 'ratio',
  value: 153.24,
  interval: { low: 148, high: 160.1 },
  population: 12,
  witnesses: [{ where: 'by id', what: 'median 0.94 ms, best 0.91 ms, worst 3.0 ms of 12 repetitions' }],
  witnessCount: 1,
  usualCause: 'An index that is missing.',
}

const outcome = (tolerance: Tolerance, low = 148, high = 160.1) =>
  judge({ ...faster, interval: { low, high } }, tolerance).outcome

describe('judge, of a measurement with an interval', () => {
  it('holds only where both ends are within, the limit itself included', () => {
    expect(
      [atLeast(100), atLeast(148), atMost(160.1), atMost(200)].map((limit) => outcome(limit)),
    ).to.deep.equal(['held', 'held', 'held', 'held'])
  })

  it('is breached only where both ends are outside, and shows its witnesses then', () => {
    expect([atLeast(160.2), atMost(147.9)].map((limit) => outcome(limit))).to.deep.equal([
      'breached',
      'breached',
    ])
    expect(judge(faster, atLeast(200))).to.deep.include({
      measured: '153 times [148 – 160]',
      tolerance: 'at least 200 times',
      witnesses: faster.witnesses,
      witnessCount: 1,
      usualCause: 'An index that is missing.',
    })
  })

  it('is vacuous where the limit lies between them, whatever the value says, and keeps its population', () => {
    expect(
      [atLeast(150), atLeast(160.1), atMost(159), atMost(148)].map((limit) => outcome(limit)),
    ).to.deep.equal(['vacuous', 'vacuous', 'vacuous', 'vacuous'])
    expect(judge(faster, atLeast(150))).to.deep.include({
      outcome: 'vacuous',
      measured: '153 times [148 – 160]',
      population: 12,
      witnesses: [],
    })
  })

  it('is vacuous without a population, however narrow', () => {
    expect(judge({ ...faster, population: 0 }, atLeast(100))).to.include({
      outcome: 'vacuous',
      measured: 'nothing',
    })
  })

  it('is exact only as a single point; an interval around the limit may mean it and may not', () => {
    expect(outcome(exactly(153.24), 153.24, 153.24)).to.equal('held')
    expect(outcome(exactly(153.24))).to.equal('vacuous')
    expect(outcome(exactly(148))).to.equal('vacuous')
    expect(outcome(exactly(147))).to.equal('breached')
    expect(outcome(exactly(161))).to.equal('breached')
  })

  it('writes the ends in the unit', () => {
    const of = (unit: Measurement['unit'], value: number, low: number, high: number) =>
      judge({ ...faster, unit, value, interval: { low, high }, population: 1_000 }, atLeast(0)).measured
    expect(of('ratio', 0.8, 0.7123, 1.5)).to.equal('0.80 times [0.71 – 1.50]')
    expect(of('milliseconds', 0.9, 0.85, 12)).to.equal('0.90 ms [0.85 ms – 12 ms]')
    expect(of('share', 993, 990, 995)).to.equal('99.3 % (993 of 1,000) [99 % – 99.5 %]')
  })

  it('refuses an interval that is none', () => {
    for (const [low, high] of [
      [Number.NaN, 200],
      [0, Number.POSITIVE_INFINITY],
      [200, 100],
      [154, 160],
      [100, 153],
    ]) {
      expect(() => outcome(atLeast(1), low, high), `[${low} – ${high}]`).to.throw(RangeError)
    }
  })

  it('is what every value of the interval would be by itself, or vacuous: never held with an end outside', () => {
    const number = fc.integer({ min: -20, max: 20 })
    const bound = fc.constantFrom(atLeast, atMost, exactly)
    fc.assert(
      fc.property(fc.tuple(number, number, number), bound, number, (values, of, limit) => {
        const [low = 0, value = 0, high = 0] = values.toSorted((a, b) => a - b)
        const alone = (point: number) => {
          const { interval: _, ...exact } = faster
          return judge({ ...exact, value: point }, of(limit)).outcome
        }
        const all = new Set(Array.from({ length: high - low + 1 }, (_, step) => alone(low + step)))
        const [only] = all
        expect(judge({ ...faster, value, interval: { low, high } }, of(limit)).outcome).to.equal(
          all.size === 1 ? only : 'vacuous',
        )
      }),
      { numRuns: 500 },
    )
  })
})
