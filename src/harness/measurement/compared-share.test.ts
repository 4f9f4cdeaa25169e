import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../gate/judge.ts'
import { atLeast } from '../gate/tolerance.ts'
import { comparedShare } from './compared-share.ts'

describe('comparedShare', () => {
  it('is a share of all there are', () => {
    expect(judge(comparedShare('members', 8, 10), atLeast(0.8))).to.include({
      outcome: 'held',
      measured: '80 % (8 of 10)',
    })
    expect(judge(comparedShare('members', 7, 10), atLeast(0.8)).outcome).to.equal('breached')
  })

  it('of nobody is vacuous', () => {
    expect(judge(comparedShare('members', 0, 0), atLeast(0.8)).outcome).to.equal('vacuous')
  })
})
