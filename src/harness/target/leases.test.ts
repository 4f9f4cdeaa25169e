import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { leases } from './leases.ts'

describe('leases', () => {
  it('gives one at a time, and says clearly who has it', async () => {
    const lease = leases('/tmp/some.db')
    await using _first = lease('migrator')
    expect(() => lease('observer'))
      .to.throw(StagegateError, /open by the migrator; the observer has to wait/)
      .with.nested.property('text.where', '/tmp/some.db')
  })

  it('gives the next one when the first is over', async () => {
    const lease = leases('/tmp/some.db')
    {
      await using first = lease('migrator')
      expect(first.holder).to.equal('migrator')
    }
    await using second = lease('observer')
    expect(second.holder).to.equal('observer')
  })

  it('does not end the second lease when the first is ended twice', async () => {
    const lease = leases('/tmp/some.db')
    const first = lease('migrator')
    await first[Symbol.asyncDispose]()
    await using _second = lease('observer')
    await first[Symbol.asyncDispose]()
    expect(() => lease('migrator')).to.throw(/open by the observer/)
  })

  it('knows nothing of other databases', async () => {
    await using _one = leases('/tmp/one.db')('migrator')
    expect(() => leases('/tmp/other.db')('migrator')).not.to.throw()
  })
})
