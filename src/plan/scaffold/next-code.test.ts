import { describe, it } from 'node:test'
import { expect } from 'chai'
import { nextCode } from './next-code.ts'

describe('the next free code of a family', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['is behind the greatest, and fills no gap', ['MIG101', 'MIG118', 'MIG106'], 'MIG119'],
    ['is the first one of a family that is empty', ['SCH207', 'MIG201'], 'MIG101'],
    ['ends with the hundred', ['MIG198', 'MIG200'], 'MIG199'],
  ]
  for (const [name, taken, expected] of cases)
    it(name, () => {
      expect(nextCode('MIG1', taken)).to.equal(expected)
    })

  it('is none when the hundred is full', () => {
    expect(() => nextCode('MIG1', ['MIG199'])).to.throw('No code of the family MIG1xx is free.')
  })
})
