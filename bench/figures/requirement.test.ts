import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Pair } from './compare.ts'
import {
  memoryRequirement,
  timeRequirement,
  unmeasuredRequirement,
  verdictRequirement,
} from './requirement.ts'

const pair = (floor: number, ours: number): Pair => ({
  floor: { milliseconds: floor, cpuMilliseconds: null },
  ours: { milliseconds: ours, cpuMilliseconds: null },
})

describe('timeRequirement', () => {
  it('is met up to the limit itself, by the median', () => {
    expect(timeRequirement('work', [pair(10, 15), pair(10, 90), pair(10, 11)], 1.5)).to.include({
      measured: '1.50 times the floor [1.10 – 9.00]',
      required: 'at most 1.5 times',
      met: true,
    })
  })

  it('is not met beyond it', () => {
    expect(timeRequirement('work', [pair(1000, 1501)], 1.5).met).to.equal(false)
  })
})

describe('memoryRequirement', () => {
  it('is decided by the largest run', () => {
    expect(memoryRequirement('run', [5e8, 9.99e8], 1e9)).to.include({ measured: '999 MB', met: true })
    expect(memoryRequirement('run', [5e8, 1e9], 1e9).met).to.equal(false)
  })

  it('is not met where a run was not measured', () => {
    expect(memoryRequirement('run', [5e8, null], 1e9).met).to.equal(false)
    expect(memoryRequirement('run', [], 1e9).met).to.equal(false)
  })
})

describe('verdictRequirement', () => {
  it('is met when every run ends with GO', () => {
    expect(verdictRequirement('gates', ['GO', 'GO'])).to.include({ measured: 'GO, GO', met: true })
    expect(verdictRequirement('gates', ['GO', 'UNPROVEN'])).to.include({
      measured: 'GO, UNPROVEN',
      met: false,
    })
  })

  it('is not met without a run', () => {
    expect(verdictRequirement('gates', []).met).to.equal(false)
  })
})

describe('unmeasuredRequirement', () => {
  it('is not met, and says why', () => {
    expect(unmeasuredRequirement('work', 'there is no server.', 'at most 3 times')).to.include({
      measured: 'not measured: there is no server.',
      required: 'at most 3 times',
      met: false,
    })
  })
})
