import { describe, it } from 'node:test'
import { expect } from 'chai'
import { changedAnswer } from '../measurement/changed-answer.ts'
import { faults } from '../measurement/faults.ts'
import { anonymousJudgement } from './anonymous-judgement.ts'
import { judge } from './judge.ts'
import { none } from './tolerance.ts'

describe('anonymousJudgement', () => {
  it('leaves out witnesses, and keeps how many there are and all that the plan says', () => {
    const witnesses = [{ where: 'Bob', what: 'is 3' }]
    const judgement = judge(
      faults({ subject: 'from "tiny" to "load"', population: 9, count: 400, witnesses, usualCause: 'none' }),
      none,
    )
    expect(judgement.witnesses).to.have.length(1)
    expect(anonymousJudgement({ ...judgement, toleranceFrom: 'x "y"' })).to.deep.equal({
      ...{ ...judgement, toleranceFrom: 'x "y"' },
      witnesses: [],
    })
  })

  it('leaves out what an engine quotes of a query that failed', () => {
    const failed = { name: 'top "five"', failure: "no such thing: (x), in: SELECT 'Bob' (y)" }
    const judgement = judge(changedAnswer(failed, failed), none)
    expect(judgement.subject).to.contain('Bob')
    expect(anonymousJudgement(judgement).subject).to.equal(
      'top "five" (it failed before: no such thing: (x), in: SELECT … (y))',
    )
  })
})
