import { describe, it } from 'node:test'
import { expect } from 'chai'
import { nearestName } from './nearest-name.ts'

describe('the name that was probably meant', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['tiny', 'tiny'],
    ['tinny', 'tiny'],
    ['STAGING', 'staging'],
    ['prodution', 'production'],
    ['elsewhere', undefined],
  ]
  for (const [given, expected] of cases)
    it(`${given}: ${expected ?? 'none'}`, () => {
      expect(nearestName(given, ['production', 'staging', 'tiny'])).to.equal(expected)
    })

  it('is none where there are none', () => {
    expect(nearestName('a', [])).to.equal(undefined)
  })
})
