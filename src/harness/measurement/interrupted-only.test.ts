import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { interruptedOnly } from './interrupted-only.ts'

const through: MigrationStep = {
  migration: 'NormalizeUserIds',
  direction: 'up',
  milliseconds: 1,
  statements: 1,
  slowest: [],
  bytesBefore: 1,
  bytesAfter: 1,
}
const failed = (message: string): MigrationStep => ({ ...through, failure: { message } })

describe('interruptedOnly', () => {
  it('holds when the migration failed by the interruption, however it is wrapped', () => {
    expect(interruptedOnly([failed('QueryFailedError: stopped here')], 'stopped here')).to.include({
      value: 0,
      population: 1,
    })
  })

  it('breaches when the migration swallowed it', () => {
    expect(interruptedOnly([through], 'stopped here').witnesses).to.deep.equal([
      { where: 'NormalizeUserIds', what: 'went through although one of its statements failed' },
    ])
  })

  it('breaches when the migration failed of something else', () => {
    expect(interruptedOnly([failed('no such table')], 'stopped here').witnesses).to.deep.equal([
      { where: 'NormalizeUserIds', what: 'failed otherwise: no such table' },
    ])
  })

  it('breaches when another migration went through beside it', () => {
    const steps = [{ ...through, migration: 'AddMissingIndexes' }, failed('stopped here')]
    expect(interruptedOnly(steps, 'stopped here')).to.include({ value: 1 })
  })

  it('breaches when nothing ran', () => {
    expect(interruptedOnly([], 'stopped here').witnesses).to.deep.equal([
      { where: 'the sequence', what: 'no migration ran' },
    ])
  })
})
