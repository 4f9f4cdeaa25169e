import { describe, it } from 'node:test'
import { expect } from 'chai'
import { changedAnswers } from './changed-answers.ts'

const answer = (name: string, value: string) => ({ name, columns: ['a'], rows: [[value]] })

describe('changedAnswers', () => {
  it('compares each query with itself, in the order of before', () => {
    const before = [answer('one', '1'), answer('two', '2')]
    const after = [answer('two', '2'), answer('one', '7')]
    expect(changedAnswers(before, after).map(({ subject, value }) => [subject, value])).to.deep.equal([
      ['one', 1],
      ['two', 0],
    ])
  })

  it('leaves no query out', () => {
    const one = [answer('one', '1')]
    expect(() => changedAnswers(one, [])).to.throw(RangeError, 'one was asked before alone')
    expect(() => changedAnswers([], one)).to.throw(RangeError, 'one was not asked before')
  })
})
