import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { type DealtScenario, dealShard } from './deal-shard.ts'

const scenario = (uri: string, line: number, isLast = false): DealtScenario => ({ uri, line, isLast })
const scenarios = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('a.feature', 'b.feature', 'c.feature'), fc.integer({ min: 1, max: 99 })),
    {
      selector: ([uri, line]) => `${uri}:${line}`,
    },
  )
  .map((places) => places.map(([uri, line]) => scenario(uri, line)))
const shards = (all: readonly DealtScenario[], of: number) =>
  Array.from({ length: of }, (_, at) => dealShard(all, { index: at + 1, of }))

describe('dealing scenarios out to shards', () => {
  it('gives every scenario to one shard, in numbers that differ by one at the most', () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 9 }), (all, of) => {
        const dealt = shards(all, of)
        expect(dealt.flat()).to.have.members([...all])
        expect(dealt.flat()).to.have.length(all.length)
        const sizes = dealt.map(({ length }) => length)
        expect(Math.max(...sizes) - Math.min(...sizes)).to.be.at.most(1)
      }),
    )
  })

  it('does not depend on the order in which it is asked, and keeps that order', () => {
    fc.assert(
      fc.property(scenarios, (all) => {
        const shard = { index: 2, of: 3 }
        const reversed = dealShard([...all].reverse(), shard)
        expect([...reversed].reverse()).to.deep.equal(dealShard(all, shard))
      }),
    )
  })

  it('sends neighbours to different shards', () => {
    const all = [1, 2, 10].map((line) => scenario('a.feature', line))
    expect(shards(all, 3).map(([first]) => first?.line)).to.deep.equal([1, 2, 10])
  })

  it('has what looks back on the whole run in every shard, and deals the others as if it were not there', () => {
    const last = scenario('a.feature', 1, true)
    const all = [last, scenario('a.feature', 2), scenario('a.feature', 3)]
    expect(shards(all, 3).map((dealt) => dealt.map(({ line }) => line))).to.deep.equal([[1, 2], [1, 3], [1]])
  })
})
