import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { SchemaError } from '../schema-error.ts'
import { storedMoment } from './moment.ts'

const plain = storedMoment('')
const zoned = storedMoment('+00:00')

describe('storedMoment', () => {
  it('reads both stored forms as one moment, to the microsecond', () => {
    expect(plain.from('2025-12-22 15:00:00.123456')).to.equal('2025-12-22T15:00:00.123456Z')
    expect(zoned.from('2025-12-22 15:00:00.123456+00:00')).to.equal('2025-12-22T15:00:00.123456Z')
  })

  for (const [given, stored] of [
    ['2025-12-22T15:00:00.123456Z', '2025-12-22 15:00:00.123456'],
    ['2025-12-22T15:00:00Z', '2025-12-22 15:00:00.000000'],
    ['2025-12-22T15:00Z', '2025-12-22 15:00:00.000000'],
    ['2025-12-22 15:00:00.5', '2025-12-22 15:00:00.500000'],
    ['2025-12-23T01:30:00.25+10:30', '2025-12-22 15:00:00.250000'],
    ['2025-12-22T10:00:00-0500', '2025-12-22 15:00:00.000000'],
    ['2024-02-29 00:00:00.000000+00:00', '2024-02-29 00:00:00.000000'],
    [new Date(Date.UTC(2025, 11, 22, 15, 0, 0, 7)), '2025-12-22 15:00:00.007000'],
  ] as const) {
    it(`writes ${String(given)} in the column's form`, () => {
      expect(plain.to(given)).to.equal(stored)
      expect(zoned.to(given)).to.equal(`${stored}+00:00`)
    })
  }

  it('leaves what is absent absent', () => {
    for (const nothing of [null, undefined]) {
      expect(plain.to(nothing)).to.equal(nothing)
      expect(plain.from(nothing)).to.equal(nothing)
    }
  })

  for (const wrong of [
    'yesterday',
    '',
    '2025-02-30 00:00:00',
    '2025-12-22',
    '2025-12-22T24:00:00Z',
    5,
    new Date(Number.NaN),
  ]) {
    it(`refuses ${JSON.stringify(wrong)}`, () => {
      expect(() => plain.to(wrong)).to.throw(SchemaError, 'is no moment')
    })
  }

  it("reads a column's own text, and refuses it, as it does the same text in another form", () => {
    const number = (max: number, digits: number) =>
      fc.integer({ min: 0, max }).map((value) => String(value).padStart(digits, '0'))
    const texts = fc
      .tuple(
        fc.oneof(number(9999, 4), fc.constantFrom('2023', '2024', '1900', '2000')),
        number(13, 2),
        fc.oneof(number(32, 2), fc.constantFrom('28', '29', '30', '31')),
        number(25, 2),
        number(61, 2),
        number(61, 2),
        number(999_999, 6),
        fc.constantFrom('', '+00:00'),
      )
      .map(([year, month, day, hour, minute, second, micros, zone]) => ({
        day: `${year}-${month}-${day}`,
        time: `${hour}:${minute}:${second}.${micros}${zone}`,
      }))
    fc.assert(
      fc.property(texts, ({ day, time }) => {
        expect(outcome(`${day} ${time}`)).to.equal(outcome(`${day}T${time}`))
      }),
      { numRuns: 5000 },
    )
  })
})

function outcome(stored: string): string {
  try {
    return zoned.from(stored)
  } catch (error) {
    if (error instanceof SchemaError) return 'no moment'
    throw error
  }
}
