import { describe, it } from 'node:test'
import { expect } from 'chai'
import { differingAnswers } from './differing-answers.ts'

const map = (answers: Readonly<Record<string, unknown>>) => new Map(Object.entries(answers))
const snapshot = (id: number, totalXp: number | null = 5) => ({ id, totalXp })

describe('differingAnswers', () => {
  it('holds where every member has the same answer, in whatever order', () => {
    const expected = map({ bob: snapshot(1), eve: snapshot(2) })
    const actual = map({ eve: { totalXp: 5, id: 2 }, bob: snapshot(1) })
    expect(differingAnswers('latest snapshots', expected, actual)).to.include({
      subject: 'latest snapshots',
      unit: 'faults',
      value: 0,
      population: 2,
    })
  })

  it('names the member and the first field that differs', () => {
    const found = differingAnswers('s', map({ bob: snapshot(1) }), map({ bob: snapshot(2, null) }), 'A tie.')
    expect(found).to.deep.include({
      value: 1,
      population: 1,
      witnesses: [{ where: 'bob', what: 'id is 2; expected 1' }],
      usualCause: 'A tie.',
    })
    expect(differingAnswers('s', map({ bob: 12 }), map({ bob: '12' })).witnesses).to.deep.equal([
      { where: 'bob', what: 'is "12"; expected 12' },
    ])
  })

  it('is breached by a member who is missing on either side, even with an empty answer', () => {
    const found = differingAnswers(
      's',
      map({ bob: snapshot(1), eve: null }),
      map({ bob: snapshot(1), kim: 0 }),
    )
    expect(found).to.deep.include({
      value: 2,
      population: 3,
      witnesses: [
        { where: 'eve', what: 'has no answer; expected null' },
        { where: 'kim', what: 'is 0; expected no answer' },
      ],
    })
    expect(differingAnswers('s', map({ eve: undefined }), map({})).value).to.equal(1)
  })

  it('says what it found in short', () => {
    const { witnesses } = differingAnswers(
      's',
      map({ bob: { raw: 'x'.repeat(10_000) } }),
      map({ bob: { raw: 'y' } }),
    )
    expect(witnesses[0]?.what).to.match(/^raw is "y"; expected "x+…$/)
    expect(witnesses[0]?.what.length).to.be.below(200)
  })

  it('says nothing of nobody', () => {
    expect(differingAnswers('s', map({}), map({}))).to.include({ value: 0, population: 0 })
  })
})
