import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { Unit } from '../measurement/measurement.ts'
import { parseTolerance } from './parse-tolerance.ts'
import { atLeast, atMost, exactly, type Tolerance } from './tolerance.ts'
import { toleranceInUnit } from './tolerance-in-unit.ts'
import { toleranceText } from './tolerance-text.ts'

const read = (words: string, unit: Unit): Tolerance => toleranceInUnit(parseTolerance(words), unit)

describe('a tolerance in the words of the plan', () => {
  const cases: readonly (readonly [string, Unit, Tolerance])[] = [
    ['at least 98 %', 'share', atLeast(0.98)],
    ['at least 99.3 %', 'share', atLeast(0.993)],
    ['at least 100 %', 'share', atLeast(1)],
    ['exactly 95,474', 'share', exactly(95_474)],
    ['at most 60 %', 'growth', atMost(0.6)],
    ['at most 250 %', 'growth', atMost(2.5)],
    ['none', 'faults', atMost(0)],
    ['at most 5', 'faults', atMost(5)],
    ['at most 1 fault', 'faults', atMost(1)],
    ['exactly 3', 'rows', exactly(3)],
    ['at most 1,110,510', 'rows', atMost(1_110_510)],
    ['at least 10 times', 'ratio', atLeast(10)],
    ['at most 0.8 times', 'ratio', atMost(0.8)],
    ['at most 50 ms', 'milliseconds', atMost(50)],
    ['at most 2 s', 'milliseconds', atMost(2000)],
    ['at most 1.5 min', 'milliseconds', atMost(90_000)],
    ['at most 1.5 GB', 'bytes', atMost(1.5e9)],
    ['at most 123,456,789,012 bytes', 'bytes', atMost(123_456_789_012)],
  ]
  for (const [words, unit, tolerance] of cases) {
    it(`${words}, of ${unit}`, () => {
      expect(read(words, unit)).to.deep.equal(tolerance)
    })
  }

  for (const words of [
    '',
    '98 %',
    'at least',
    'at least 98%',
    'at least -1 %',
    'at most 1,00',
    'At most 3',
    'at most 3 h',
    'at most 1e3',
    'none at all',
    'at least 98 % ',
  ]) {
    it(`is not ${JSON.stringify(words)}`, () => {
      expect(() => parseTolerance(words)).to.throw(RangeError, 'is no tolerance such as')
    })
  }

  const mismatches: readonly (readonly [string, Unit])[] = [
    ['at least 300', 'share'],
    ['exactly 50 %', 'share'],
    ['at least 101 %', 'share'],
    ['none', 'share'],
    ['at most 5 s', 'growth'],
    ['at most 2.5', 'rows'],
    ['at most 5 %', 'faults'],
    ['at most 10', 'ratio'],
    ['at most 2', 'milliseconds'],
    ['at most 2 MB', 'milliseconds'],
    ['at most 2 s', 'bytes'],
  ]
  for (const [words, unit] of mismatches) {
    it(`${words} is none of ${unit}`, () => {
      expect(() => read(words, unit)).to.throw(RangeError, `measured in ${unit} is stated like "`)
    })
  }

  it('is read as a report writes it', () => {
    const bound = fc.constantFrom(atLeast, atMost, exactly)
    const whole = fc.integer({ min: 0, max: 5_000_000 })
    fc.assert(
      fc.property(bound, whole, fc.constantFrom<Unit>('faults', 'rows'), (of, limit, unit) => {
        const words = toleranceText(unit, of(limit))
        expect(read(words, unit)).to.deep.equal(words === 'none' ? atMost(0) : of(limit))
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(atLeast, atMost), fc.integer({ min: 0, max: 10_000 }), (of, hundredths) => {
        const words = toleranceText('share', of(hundredths / 10_000))
        expect(read(words, 'share').limit).to.be.closeTo(hundredths / 10_000, 1e-12)
      }),
    )
    for (const [unit, limit] of [
      ['ratio', 153],
      ['bytes', 1.5e9],
      ['milliseconds', 2000],
      ['growth', 0.6],
    ] as const) {
      expect(read(toleranceText(unit, atMost(limit)), unit)).to.deep.equal(atMost(limit))
    }
  })
})
