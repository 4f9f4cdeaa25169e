import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { journeys } from './journeys.ts'

const step = (
  migration: string,
  milliseconds: number,
  changes: Partial<MigrationStep> = {},
): MigrationStep => ({
  migration,
  direction: 'up',
  milliseconds,
  statements: 1,
  slowest: [],
  bytesBefore: 0,
  bytesAfter: 0,
  ...changes,
})
const through = (line: number, migrations: readonly MigrationStep[]) => sampleScenario({ line, migrations })

describe('journeys', () => {
  it('shows scenarios that took the same steps once, by the slowest', () => {
    const scenarios = [through(1, [step('A', 10)]), through(2, [step('A', 30)]), through(3, [step('A', 20)])]
    const [journey, ...others] = journeys(sampleRun({ scenarios }))
    expect(others).to.deep.equal([])
    expect(journey).to.include({ taken: 3, milliseconds: 30 })
    expect(journey?.scenario.line).to.equal(2)
  })

  it('keeps other directions, other ends and other migrations apart, the longest first', () => {
    const scenarios = [
      through(1, [step('A', 10)]),
      through(2, [step('A', 40, { direction: 'down' })]),
      through(3, [step('A', 30, { failure: { message: 'no such table' } })]),
      through(4, [step('A', 10), step('B', 10)]),
      through(5, []),
    ]
    expect(journeys(sampleRun({ scenarios })).map(({ scenario }) => scenario.line)).to.deep.equal([
      2, 3, 4, 1,
    ])
  })

  it('keeps engines apart', () => {
    const migrations = [step('A', 10)]
    const scenarios = (['sqlite', 'postgres'] as const).map((engine) =>
      sampleScenario({ engine, migrations }),
    )
    expect(
      journeys(sampleRun({ scenarios })).map(({ scenario, taken }) => [scenario.engine, taken]),
    ).to.deep.equal([
      ['sqlite', 1],
      ['postgres', 1],
    ])
  })
})
