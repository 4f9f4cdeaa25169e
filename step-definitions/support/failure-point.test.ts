import { describe, it } from 'node:test'
import { expect } from 'chai'
import { type FailurePoint, INTERRUPTION, interruptionAt } from './failure-point.ts'

const RECORD = 'INSERT INTO "migrations"("timestamp", "name") VALUES (?, ?)'

/** The statements of a migration that fail, when it sends these and goes on after a failure. */
function failing(point: FailurePoint, sql: readonly string[], migration = 'Second'): readonly number[] {
  const interrupt = interruptionAt('Second', point, sql.length)
  return sql.flatMap((text, index) => {
    try {
      interrupt(migration, index + 1, text)
      return []
    } catch (error) {
      expect((error as Error).message).to.equal(INTERRUPTION)
      return [index + 1]
    }
  })
}

describe('interruptionAt', () => {
  it('fails the statement in the middle', () => {
    expect(failing('half-way', ['a', 'b', 'c', 'd', RECORD])).to.deep.equal([3])
    expect(failing('half-way', ['a', 'b', 'c', RECORD])).to.deep.equal([2])
    expect(failing('half-way', ['a'])).to.deep.equal([1])
  })

  it('fails the record, which is the last statement of a migration', () => {
    expect(failing('at its last statement', ['a', 'b', RECORD, 'COMMIT'])).to.deep.equal([3])
    expect(failing('at its last statement', ['INSERT INTO "migrations_of_birds" VALUES (1)'])).to.deep.equal(
      [],
    )
  })

  it('fails once, so that the rollback goes through and a second try does as well', () => {
    const interrupt = interruptionAt('Second', 'half-way', 2)
    expect(() => interrupt('Second', 1, 'a')).to.throw(INTERRUPTION)
    expect(() => interrupt('Second', 2, 'ROLLBACK')).not.to.throw()
    expect(() => interrupt('Second', 1, 'a')).not.to.throw()
  })

  it('leaves other migrations alone', () => {
    expect(failing('half-way', ['a', 'b'], 'First')).to.deep.equal([])
    expect(failing('at its last statement', [RECORD], 'First')).to.deep.equal([])
  })
})
