import { describe, it } from 'node:test'
import { expect } from 'chai'
import { driftStatements } from './drift-statements.ts'

describe('driftStatements', () => {
  it('holds when nothing would be run, and speaks for the tables that were compared', () => {
    expect(driftStatements([], 5)).to.include({ value: 0, population: 5 })
  })

  it('shows each statement that would be run', () => {
    expect(driftStatements(['DROP INDEX "idx_a"'], 5)).to.deep.include({
      value: 1,
      witnesses: [{ where: 'TypeORM', what: 'DROP INDEX "idx_a"' }],
    })
  })

  it('says nothing about no tables', () => {
    expect(driftStatements([], 0).population).to.equal(0)
  })
})
