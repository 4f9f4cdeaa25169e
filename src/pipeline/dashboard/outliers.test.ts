import { describe, it } from 'node:test'
import { expect } from 'chai'
import { outliers } from './outliers.ts'
import { membersWith } from './testing/members-with.ts'

const NOBODY = { population: 0, median: null, deviation: null, members: [] }

describe('outliers', () => {
  for (const measure of ['messages', 'experience', 'bossKills'] as const) {
    it(`are by ${measure} who is far from the median, with score and median`, () => {
      // Median 100, deviations 100, 10, 10, 0, 10, 10, 900: their median is 10.
      const members = membersWith(measure, {
        ...{ far: 0, low: 90, Low: 90, middle: 100, high: 110, High: 110, farther: 1000 },
        unknown: null,
      })
      expect(outliers(members)).to.deep.equal({
        ...{ messages: NOBODY, experience: NOBODY, bossKills: NOBODY },
        [measure]: {
          ...{ population: 7, median: 100, deviation: 10 },
          members: [
            { name: 'farther', figure: 1000, score: (0.6745 * 900) / 10 },
            { name: 'far', figure: 0, score: (0.6745 * -100) / 10 },
          ],
        },
      })
    })
  }

  it('are beyond 3.5, which is 5.2 deviations', () => {
    const scored = (farthest: number) =>
      outliers(membersWith('messages', { a: 1000, b: 2000, c: 3000, d: farthest, e: 0 })).messages
    // Median 2000 and deviation 1000: 0.6745 × 5189 ÷ 1000 is 3.49998, with 5190 it is 3.50066.
    expect(scored(7189).members).to.deep.equal([])
    expect(scored(7190).members.map(({ name }) => name)).to.deep.equal(['d'])
  })

  it('equally far are in the order of names, whatever order they come in', () => {
    const members = membersWith('messages', { a: 9, zoe: 99, b: 10, Ann: 99, c: 11, d: 10, e: 9, f: 12 })
    const names = (of: typeof members) => outliers(of).messages.members.map(({ name }) => name)
    expect(names(members)).to.deep.equal(['Ann', 'zoe'])
    expect(names(members.toReversed())).to.deep.equal(['Ann', 'zoe'])
  })

  it('are none where there is no deviation, one member or nobody', () => {
    expect(outliers(membersWith('messages', { a: 5, b: 5, c: 5, d: 1000 })).messages).to.deep.equal({
      ...{ population: 4, median: 5, deviation: 0, members: [] },
    })
    expect(outliers(membersWith('messages', { a: 5 })).messages).to.deep.equal({
      ...{ population: 1, median: 5, deviation: 0, members: [] },
    })
    expect(outliers(membersWith('messages', { a: null })).messages).to.deep.equal(NOBODY)
  })
})
