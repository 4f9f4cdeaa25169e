import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Pair } from './compare.ts'
import { postgresRequirements } from './postgres-requirements.ts'

const pair = (floor: number, ours: number): Pair => ({
  floor: { milliseconds: floor, cpuMilliseconds: null },
  ours: { milliseconds: ours, cpuMilliseconds: null },
})

const measured = (migrating: Pair, observing: Pair) => ({
  server: { location: 'postgresql://u@h:1/d', version: '15.1', settings: {} },
  startups: [],
  clones: [],
  migrate: { pairs: [migrating] },
  observe: {
    scannedBytes: 1,
    pairs: [observing],
    parts: { catalog: [], census: [], rows: [], integrity: [] },
  },
})

describe('postgresRequirements', () => {
  it('lets migrations take half as long again, and observing as long as three scans', () => {
    const lines = postgresRequirements(measured(pair(10, 15), pair(10, 30)))
    expect(lines.map(({ met }) => met)).to.deep.equal([true, true])
    const beyond = postgresRequirements(measured(pair(10, 16), pair(10, 31)))
    expect(beyond.map(({ met }) => met)).to.deep.equal([false, false])
  })

  it('is not met where there is no server, and says why', () => {
    const lines = postgresRequirements('There is no container engine.')
    expect(lines.map(({ met }) => met)).to.deep.equal([false, false])
    expect(lines.map(({ measured: why }) => why)).to.deep.equal(
      Array(2).fill('not measured: There is no container engine.'),
    )
  })
})
