import { describe, it } from 'node:test'
import { expect } from 'chai'
import { compare, type Pair } from './compare.ts'

const pair = (floor: number, ours: number): Pair => ({
  floor: { milliseconds: floor, cpuMilliseconds: null },
  ours: { milliseconds: ours, cpuMilliseconds: null },
})

describe('compare', () => {
  // The ratio of the medians would be 200 / 100: each pair has to be compared by itself.
  const comparison = compare([pair(100, 110), pair(400, 440), pair(80, 200)])

  it('takes the ratio pair by pair', () => {
    expect(comparison.ratio).to.deep.equal({ median: 1.1, least: 1.1, most: 2.5 })
  })

  it('gives the median and the spread of both sides', () => {
    expect(comparison.floor).to.deep.equal({ median: 100, least: 80, most: 400 })
    expect(comparison.ours).to.deep.equal({ median: 200, least: 110, most: 440 })
  })
})
