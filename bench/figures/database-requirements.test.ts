import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Verdict } from '../../src/harness/verdict/verdict.ts'
import type { Pair } from './compare.ts'
import type { DatabaseMeasured } from './database-measured.ts'
import { databaseRequirements } from './database-requirements.ts'

const pair = (floor: number, ours: number): Pair => ({
  floor: { milliseconds: floor, cpuMilliseconds: null },
  ours: { milliseconds: ours, cpuMilliseconds: null },
})

interface Figures {
  readonly rehearsed: Pair
  readonly lasting: Pair
  readonly verdict: Pair
  readonly word: Verdict
  readonly peaks: readonly [verdict: number, create: number, restore: number]
}

const measured = ({ rehearsed, lasting, verdict, word, peaks }: Figures): DatabaseMeasured => ({
  label: 'x',
  bytes: 1,
  copying: { rehearsed: [rehearsed], lasting: [lasting] },
  verdict: {
    command: 'node x',
    pairs: [verdict],
    peakBytes: [peaks[0]],
    verdicts: [word],
    sentences: ['why'],
    timeByKind: [],
  },
  backup: {
    create: { milliseconds: [1], peakBytes: [peaks[1]] },
    restore: { milliseconds: [1], peakBytes: [peaks[2]] },
  },
})
const AT_THE_LIMIT: Figures = {
  rehearsed: pair(10, 15),
  lasting: pair(10, 15),
  verdict: pair(10, 200),
  word: 'GO',
  peaks: [1.49e9, 1.49e9, 1.49e9],
}
const met = (figures: Partial<Figures>) =>
  databaseRequirements(measured({ ...AT_THE_LIMIT, ...figures })).map((line) => line.met)

describe('databaseRequirements', () => {
  it('is met up to the limits', () => {
    expect(met({})).to.deep.equal([true, true, true, true, true, true, true])
  })

  const beyond: readonly Partial<Figures>[] = [
    { rehearsed: pair(10, 16) },
    { lasting: pair(10, 16) },
    { verdict: pair(10, 201) },
    { word: 'UNPROVEN' },
    { peaks: [1.5e9, 1, 1] },
    { peaks: [1, 1.5e9, 1] },
    { peaks: [1, 1, 1.5e9] },
  ]
  for (const [at, figures] of beyond.entries()) {
    it(`is decided by ${Object.keys(figures)} by itself (${at + 1})`, () => {
      expect(met(figures)).to.deep.equal(beyond.map((_, line) => line !== at))
    })
  }
})
