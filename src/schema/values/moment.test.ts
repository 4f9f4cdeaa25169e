import { describe, it } from 'node:test'
import { expect } from 'chai'
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
})
