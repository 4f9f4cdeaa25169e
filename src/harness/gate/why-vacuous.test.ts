import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from './judge.ts'
import { atLeast } from './tolerance.ts'
import { whyVacuous } from './why-vacuous.ts'

const ratio = {
  subject: 'message counts: by username over by id',
  unit: 'ratio',
  value: 101,
  interval: { low: 84, high: 160.1 },
  population: 12,
  witnesses: [],
  witnessCount: 0,
} as const

describe('whyVacuous', () => {
  it('says that nothing was looked at', () => {
    expect(whyVacuous(judge({ ...ratio, population: 0 }, atLeast(100)))).to.equal(
      'looked at nothing: message counts: by username over by id, nothing',
    )
  })

  it('says what was too wide, and what for', () => {
    expect(whyVacuous(judge(ratio, atLeast(100)))).to.equal(
      'too wide to decide: message counts: by username over by id, 101 times [84.0 – 160]; the plan asks for at least 100 times',
    )
  })
})
