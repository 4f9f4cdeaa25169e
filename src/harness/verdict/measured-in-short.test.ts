import { describe, it } from 'node:test'
import { expect } from 'chai'
import { measuredInShort } from './measured-in-short.ts'
import { sampleJudgement } from './sample/sample-judgement.ts'

const links = sampleJudgement({
  subject: 'wom_snapshots.user_id',
  measured: '99.35 %',
  tolerance: 'at least 99.3 %',
})
const held = sampleJudgement()
const breached = sampleJudgement({
  subject: 'b',
  outcome: 'breached',
  measured: '3 orphans',
  tolerance: 'none',
})
const vacuous = sampleJudgement({ subject: 'v', outcome: 'vacuous', measured: '0 rows', tolerance: 'some' })

describe('measuredInShort', () => {
  it('says so when nothing was measured', () => {
    expect(measuredInShort([])).to.deep.equal({ measured: 'nothing', tolerance: '' })
  })

  it('lets one judgement speak for itself', () => {
    expect(measuredInShort([links])).to.deep.equal({ measured: '99.35 %', tolerance: 'at least 99.3 %' })
  })

  it('shows the first of several held ones and counts the others', () => {
    expect(measuredInShort([links, held, held])).to.deep.equal({
      measured: 'wom_snapshots.user_id: 99.35 % · +2 held',
      tolerance: 'at least 99.3 %',
    })
  })

  it('says once what all of them say', () => {
    expect(measuredInShort([held, { ...held, subject: 'other' }]).measured).to.equal(
      '100 % (305 of 305 rows) · all 2 held',
    )
  })

  it('puts a breached one first, then a vacuous one', () => {
    expect(measuredInShort([held, vacuous, breached, { ...breached }])).to.deep.equal({
      measured: 'b: 3 orphans · +1 breached · +1 vacuous · +1 held',
      tolerance: 'none',
    })
    expect(measuredInShort([held, vacuous])).to.deep.equal({
      measured: 'v: 0 rows · +1 held',
      tolerance: 'some',
    })
  })
})
