import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { duration, growth, unexpectedSteps } from './timeline.ts'

const step = (migration: string, changes: Partial<MigrationStep> = {}): MigrationStep => ({
  migration,
  direction: 'up',
  milliseconds: 1_900,
  statements: 7,
  slowest: [
    { sql: 'UPDATE wom_snapshots SET user_id = 1', calls: 1, milliseconds: 1_500, rows: null },
    { sql: 'CREATE INDEX i ON t (c)', calls: 1, milliseconds: 12, rows: null },
  ],
  bytesBefore: 200_000_000,
  bytesAfter: 243_000_000,
  ...changes,
})

describe('unexpectedSteps', () => {
  it('holds when exactly these went through in this order', () => {
    expect(unexpectedSteps([step('A'), step('B')], ['A', 'B'])).to.include({ value: 0, population: 2 })
  })

  it('breaches on one too few, one too many, and another order', () => {
    expect(unexpectedSteps([step('A')], ['A', 'B']).witnesses).to.deep.equal([
      { where: 'the sequence', what: 'ran A; expected A, B' },
    ])
    expect(unexpectedSteps([step('A'), step('B')], ['A']).value).to.equal(1)
    expect(unexpectedSteps([step('B'), step('A')], ['A', 'B']).value).to.equal(1)
  })

  it('shows a failure first, and that the sequence ended there', () => {
    const steps = [step('A'), step('B', { direction: 'down', failure: { message: 'no such table' } })]
    expect(unexpectedSteps(steps, ['A', 'B']).witnesses).to.deep.equal([
      { where: 'B, down', what: 'no such table' },
      { where: 'the sequence', what: 'ran A; expected A, B' },
    ])
  })

  it('breaches on a failure even when the rest is as expected', () => {
    expect(unexpectedSteps([step('A'), step('B', { failure: { message: 'no' } })], ['A']).value).to.equal(1)
  })

  it('can expect that nothing runs: a run was looked at all the same', () => {
    expect(unexpectedSteps([], [])).to.include({ subject: 'migrations that run', value: 0, population: 1 })
    expect(unexpectedSteps([step('A')], []).value).to.equal(1)
    expect(unexpectedSteps([], ['A']).witnesses).to.deep.equal([
      { where: 'the sequence', what: 'ran nothing; expected A' },
    ])
  })
})

describe('growth', () => {
  it('is what came on top, as a part of what was there', () => {
    const grown = growth(step('A'))
    expect(grown.value).to.be.closeTo(0.215, 1e-9)
    expect(grown).to.deep.include({
      subject: 'A',
      unit: 'growth',
      population: 1,
      witnesses: [{ where: 'A', what: '200 MB before, 243 MB after' }],
    })
  })

  it('is none when the database shrank', () => {
    expect(growth(step('A', { bytesAfter: 1 })).value).to.equal(0)
  })

  it('says nothing about a database without a byte, and is a number all the same', () => {
    expect(growth(step('A', { bytesBefore: 0 }))).to.include({ value: 0, population: 0 })
  })
})

describe('duration', () => {
  it('is the milliseconds of the step, with its slowest statements', () => {
    expect(duration(step('A'))).to.deep.include({
      unit: 'milliseconds',
      value: 1_900,
      population: 7,
      witnesses: [
        { where: '1.5 s', what: 'UPDATE wom_snapshots SET user_id = 1' },
        { where: '12 ms', what: 'CREATE INDEX i ON t (c)' },
      ],
      witnessCount: 2,
    })
  })

  it('says nothing about a step that sent nothing', () => {
    expect(duration(step('A', { statements: 0, slowest: [] })).population).to.equal(0)
  })
})
