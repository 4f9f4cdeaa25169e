import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { formatBytes, formatCount, formatDuration, formatRate, formatRatio } from './format.ts'

describe('formatCount', () => {
  it('groups thousands, whatever the language of the machine', () => {
    expect([0, 999, 95_474, 1_110_510].map(formatCount)).to.deep.equal(['0', '999', '95,474', '1,110,510'])
  })
})

describe('formatRate', () => {
  it('is a percentage of two digits at the most', () => {
    expect([0, 0.5, 0.993, 95_474 / 96_097, 1].map(formatRate)).to.deep.equal([
      '0 %',
      '50 %',
      '99.3 %',
      '99.35 %',
      '100 %',
    ])
  })

  it('never rounds up to a hundred and never down to nothing', () => {
    expect(formatRate(95_473 / 95_474)).to.equal('99.99 %')
    expect(formatRate(1 / 95_474)).to.equal('0.01 %')
    const rate = fc
      .integer({ min: 2, max: 2 ** 40 })
      .chain((of) =>
        fc.oneof(fc.integer({ min: 1, max: of - 1 }), fc.constantFrom(1, of - 1)).map((part) => part / of),
      )
    fc.assert(
      fc.property(rate, (share) => {
        expect(['100 %', '0 %']).not.to.include(formatRate(share))
      }),
    )
  })

  it('goes beyond a hundred for growth', () => {
    expect(formatRate(2.5)).to.equal('250 %')
  })
})

describe('formatRatio', () => {
  it('has three digits, or two below one', () => {
    expect([1532.4, 999.5, 999.4, 153.24, 99.96, 15.32, 1.5, 1].map(formatRatio)).to.deep.equal([
      '1,532',
      '1,000',
      '999',
      '153',
      '100',
      '15.3',
      '1.50',
      '1.00',
    ])
    expect([0.996, 0.994, 0.8, 0.0123, 0.0001, 0].map(formatRatio)).to.deep.equal([
      '0.996',
      '0.99',
      '0.80',
      '0.012',
      '0.00010',
      '0.00',
    ])
  })

  it('never rounds down to nothing and needs no exponent', () => {
    expect(formatRatio(1e-9)).to.equal('under 0.0001')
    fc.assert(
      fc.property(fc.double({ min: 0, minExcluded: true, max: 1e12, noNaN: true }), (ratio) => {
        expect(formatRatio(ratio)).to.match(/^(under )?[\d,]+(\.\d+)?$/)
        expect(formatRatio(ratio)).not.to.match(/^0\.0+$/)
      }),
    )
  })
})

describe('formatDuration', () => {
  it('is in milliseconds up to a second, then in seconds', () => {
    expect([0, 0.126, 1, 12.4, 999.4, 1000, 3_449].map(formatDuration)).to.deep.equal([
      '0.00 ms',
      '0.13 ms',
      '1.0 ms',
      '12 ms',
      '999 ms',
      '1.0 s',
      '3.4 s',
    ])
  })

  it('tells short times apart, and has one form on both sides of a border', () => {
    expect([0.9, 0.94, 0.994, 0.995, 1.44, 9.94, 9.95, 10.4].map(formatDuration)).to.deep.equal([
      '0.90 ms',
      '0.94 ms',
      '0.99 ms',
      '1.0 ms',
      '1.4 ms',
      '9.9 ms',
      '10 ms',
      '10 ms',
    ])
  })

  it('never rounds down to nothing', () => {
    expect([0.01, 0.0099, 1e-9].map(formatDuration)).to.deep.equal([
      '0.01 ms',
      'under 0.01 ms',
      'under 0.01 ms',
    ])
    fc.assert(
      fc.property(fc.double({ min: 0, minExcluded: true, max: 1e6, noNaN: true }), (milliseconds) => {
        expect(formatDuration(milliseconds)).not.to.match(/^0\.0+ /)
      }),
    )
  })

  it('does not round to a thousand milliseconds', () => {
    expect(formatDuration(999.6)).to.equal('1.0 s')
  })
})

describe('formatBytes', () => {
  it('has three digits and the unit that they fit', () => {
    expect([0, 999, 1_000, 12_288, 243_000_000, 1_100_000_000, 5e12].map(formatBytes)).to.deep.equal([
      '0 bytes',
      '999 bytes',
      '1.00 KB',
      '12.3 KB',
      '243 MB',
      '1.10 GB',
      '5.00 TB',
    ])
  })

  it('takes the next unit where rounding reaches it, and needs no exponent', () => {
    expect([999_499, 999_500, 999_999_999].map(formatBytes)).to.deep.equal(['999 KB', '1.00 MB', '1.00 GB'])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999e12 }), (bytes) => {
        expect(formatBytes(bytes)).to.match(/^\d{1,3}(\.\d{1,2})? (bytes|KB|MB|GB|TB)$/)
      }),
    )
  })
})
