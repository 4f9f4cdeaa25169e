import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { LockRecord, MigrationStep } from '../vocabulary/migration-step.ts'
import { lockTimes } from './lock-times.ts'

const step = (migration: string, locks?: readonly LockRecord[]): MigrationStep => ({
  migration,
  direction: 'up',
  milliseconds: 1_900,
  statements: 7,
  slowest: [],
  bytesBefore: 1,
  bytesAfter: 1,
  ...(locks === undefined ? {} : { locks }),
})

const lock = (table: string, milliseconds: number, changes: Partial<LockRecord> = {}): LockRecord => ({
  table,
  closes: 'readers',
  mode: 'ACCESS EXCLUSIVE',
  milliseconds,
  waiting: 0,
  ...changes,
})

describe('lockTimes', () => {
  it('is the longest time that a table was closed, table by table', () => {
    const steps = [
      step('A', [
        lock('one', 40),
        lock('two', 2_500, { waiting: 3 }),
        lock('two', 9_000, { closes: 'writers', mode: 'SHARE' }),
      ]),
      step('B', [lock('one', 1_200, { waiting: 1 })]),
    ]
    expect(lockTimes(steps, 'readers')).to.deep.include({
      subject: 'A, B, closed to readers',
      unit: 'milliseconds',
      value: 2_500,
      population: 2,
      witnesses: [
        { where: 'A, two', what: '2.5 s in ACCESS EXCLUSIVE, 3 sessions waiting' },
        { where: 'B, one', what: '1.2 s in ACCESS EXCLUSIVE, 1 session waiting' },
        { where: 'A, one', what: '40 ms in ACCESS EXCLUSIVE' },
      ],
      witnessCount: 3,
    })
    expect(lockTimes(steps, 'writers')).to.deep.include({
      value: 9_000,
      witnesses: [{ where: 'A, two', what: '9.0 s in SHARE' }],
    })
  })

  it('is nothing where somebody looked and saw no table closed', () => {
    expect(lockTimes([step('A', [])], 'readers')).to.include({ value: 0, population: 1, witnessCount: 0 })
  })

  it('says nothing of steps whose locks nobody looked at', () => {
    expect(lockTimes([step('A')], 'readers')).to.include({ value: 0, population: 0 })
    expect(lockTimes([step('A'), step('B', [])], 'writers').population).to.equal(1)
    expect(lockTimes([], 'writers').population).to.equal(0)
  })

  it('shows ten at the most, and counts all', () => {
    const many = Array.from({ length: 12 }, (_, index) => lock(`t${index}`, index))
    const measured = lockTimes([step('A', many)], 'readers')
    expect(measured.witnesses).to.have.length(10)
    expect(measured.witnessCount).to.equal(12)
  })
})
