import { describe, it } from 'node:test'
import { expect } from 'chai'
import { unmetExpectations } from './unmet-expectations.ts'

describe('unmetExpectations', () => {
  it('holds when everything is as expected', () => {
    const met = [{ of: 'verdict', expected: 'GO', found: 'GO' }]
    expect(unmetExpectations('a run', met)).to.include({ subject: 'a run', value: 0, population: 1 })
  })

  it('says what is otherwise', () => {
    const expectations = [
      { of: 'verdict', expected: 'NO-GO', found: 'GO' },
      { of: 'exit code', expected: '1', found: '1' },
    ]
    expect(unmetExpectations('a run', expectations)).to.deep.include({
      value: 1,
      population: 2,
      witnesses: [{ where: 'verdict', what: 'is GO; expected NO-GO' }],
    })
  })

  it('says nothing when nothing was expected', () => {
    expect(unmetExpectations('a run', []).population).to.equal(0)
  })
})
