import { describe, it } from 'node:test'
import { expect } from 'chai'
import { firstDifference } from './first-difference.ts'

describe('firstDifference', () => {
  it('finds none in the same data, whatever the order of the keys', () => {
    const one = { id: 1, ehp: 0.1, bosses: [{ name: 'zulrah', kills: null }] }
    const other = { bosses: [{ kills: null, name: 'zulrah' }], ehp: 0.1, id: 1 }
    expect(firstDifference(one, other)).to.equal(undefined)
    expect(firstDifference([Number.NaN, 0], [Number.NaN, -0])).to.equal(undefined)
    expect(firstDifference({ a: undefined }, {})).to.equal(undefined)
  })

  it('names the first field that differs, however deep', () => {
    expect(firstDifference({ b: 1, a: { c: [{ d: 2 }] } }, { b: 3, a: { c: [{ d: 4 }] } })).to.deep.equal({
      path: 'a.c[0].d',
      expected: 2,
      actual: 4,
    })
  })

  for (const [one, other] of [
    [0.1 + 0.2, 0.3],
    [1, '1'],
    [1, 1n],
    [9007199254740993n, 9007199254740992n],
    [null, undefined],
    [null, 0],
    [{}, null],
    [[], {}],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ constructor: 1 }, {}],
  ] as const) {
    it(`tells ${typeof one} ${String(one)} from ${typeof other} ${String(other)}, both ways`, () => {
      expect(firstDifference(one, other)).not.to.equal(undefined)
      expect(firstDifference(other, one)).not.to.equal(undefined)
    })
  }

  it('refuses what is no plain data, in which a difference would not be seen', () => {
    const at = (value: unknown) => firstDifference({ at: value }, { at: value })
    for (const value of [new Date(0), new Map([['a', 1]]), new (class Moment {})()]) {
      expect(() => at(value)).to.throw(TypeError, 'at is no plain data')
    }
  })
})
