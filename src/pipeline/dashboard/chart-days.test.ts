import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SchemaError } from '../../schema/schema-error.ts'
import { chartDays } from './chart-days.ts'

describe('chartDays', () => {
  it('are thirty whole days in order, over the end of a month, and the last is the day of now', () => {
    for (const now of [
      '2025-12-22T00:00:00.000000Z',
      '2025-12-22T23:59:59.999999Z',
      '2025-12-23 00:59:59.999999+01:00',
      '2025-12-22 15:00:00',
      new Date('2025-12-22T15:00:00.000Z'),
    ]) {
      const { names, from, baselineFrom } = chartDays(now)
      expect(names).to.have.length(30)
      expect(names.slice(0, 9)).to.deep.equal([
        ...['2025-11-23', '2025-11-24', '2025-11-25', '2025-11-26', '2025-11-27', '2025-11-28'],
        ...['2025-11-29', '2025-11-30', '2025-12-01'],
      ])
      expect(names.at(-1)).to.equal('2025-12-22')
      expect([from, baselineFrom]).to.deep.equal([
        '2025-11-23T00:00:00.000000Z',
        '2025-10-24T00:00:00.000000Z',
      ])
    }
  })

  it('know a leap day, and no summer time', () => {
    expect(chartDays('2024-03-01T00:00:00Z').names.slice(-2)).to.deep.equal(['2024-02-29', '2024-03-01'])
    expect(new Set(chartDays('2025-04-10T00:00:00Z').names).size).to.equal(30)
  })

  it('refuse what is no moment', () => {
    expect(() => chartDays('today')).to.throw(SchemaError)
  })
})
