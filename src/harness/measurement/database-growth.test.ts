import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../gate/judge.ts'
import { atMost } from '../gate/tolerance.ts'
import { databaseGrowth } from './database-growth.ts'

describe('databaseGrowth', () => {
  it('is what came on top, as a part of what was there', () => {
    expect(judge(databaseGrowth('the file', 200, 250), atMost(0.25))).to.include({
      outcome: 'held',
      measured: '25 %',
    })
    expect(judge(databaseGrowth('the file', 200, 251), atMost(0.25))).to.include({ outcome: 'breached' })
  })

  it('is nothing for a file that shrank', () => {
    expect(databaseGrowth('the file', 200, 100).value).to.equal(0)
  })

  it('is vacuous for an empty database', () => {
    expect(judge(databaseGrowth('the file', 0, 100), atMost(0.25)).outcome).to.equal('vacuous')
  })
})
