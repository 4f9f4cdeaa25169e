import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { aroundDifference } from './around-difference.ts'

describe('aroundDifference', () => {
  it('leaves short texts as they are', () => {
    expect(aroundDifference("'a', 1", "'a', 2")).to.deep.equal(["'a', 1", "'a', 2"])
  })

  it('cuts long ones where they begin to differ, both at the same place', () => {
    const same = 'x'.repeat(500)
    const [one, other] = aroundDifference(`${same}1${same}`, `${same}2${same}`)
    expect(one).to.equal(`…${'x'.repeat(30)}1${'x'.repeat(89)}…`)
    expect(other).to.equal(one.replace('1', '2'))
  })

  it('never shows two texts alike that differ', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 400 })
    fc.assert(
      fc.property(text, text, text, (lead, one, other) => {
        fc.pre(one !== other)
        const [shown, shownOther] = aroundDifference(lead + one, lead + other)
        expect(shown).not.to.equal(shownOther)
        expect(shown.length).to.be.at.most(122)
      }),
    )
  })
})
