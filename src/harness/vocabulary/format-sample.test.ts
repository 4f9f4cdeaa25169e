import { describe, it } from 'node:test'
import { expect } from 'chai'
import { formatSample } from './format-sample.ts'

describe('formatSample', () => {
  it('has three digits, and seconds from a thousand milliseconds on', () => {
    const samples = [
      0, 0.0042, 0.0949, 0.095, 0.92, 9.994, 9.996, 20.64, 99.96, 725.4, 999.4, 999.6, 1286, 73_500,
    ]
    expect(samples.map(formatSample)).to.deep.equal([
      '0.000 ms',
      '0.004 ms',
      '0.095 ms',
      '0.10 ms',
      '0.92 ms',
      '9.99 ms',
      '10.0 ms',
      '20.6 ms',
      '100 ms',
      '725 ms',
      '999 ms',
      '1.00 s',
      '1.29 s',
      '73.5 s',
    ])
  })
})
