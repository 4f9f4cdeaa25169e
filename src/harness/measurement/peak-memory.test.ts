import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../gate/judge.ts'
import { atMost } from '../gate/tolerance.ts'
import { peakMemory } from './peak-memory.ts'

describe('peakMemory', () => {
  it('is held against bytes', () => {
    expect(judge(peakMemory('the process', 2e8), atMost(1e9))).to.include({
      outcome: 'held',
      measured: '200 MB',
    })
    expect(judge(peakMemory('the process', 1.2e9), atMost(1e9)).witnesses[0]?.what).to.contain('1.20 GB')
  })

  it('is vacuous where the system does not tell', () => {
    expect(judge(peakMemory('the process', 0), atMost(1e9)).outcome).to.equal('vacuous')
  })
})
