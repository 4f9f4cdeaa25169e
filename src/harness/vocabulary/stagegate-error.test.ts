import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from './stagegate-error.ts'

describe('StagegateError', () => {
  it('says what, where, the usual cause, and what next', () => {
    const text = { what: 'No such file.', where: 'a.ts', cause: 'A typing error.', next: 'Look again.' }
    const error = new StagegateError(text)
    expect(error).to.be.instanceOf(Error)
    expect(error.name).to.equal('StagegateError')
    expect(error.text).to.deep.equal(text)
    expect(error.message).to.equal(
      'No such file.\n  Where: a.ts\n  Usual cause: A typing error.\n  Next: Look again.',
    )
  })

  it('says only what it knows', () => {
    expect(new StagegateError({ what: 'No.' }).message).to.equal('No.')
    expect(new StagegateError({ what: 'No.', next: 'Look.' }).message).to.equal('No.\n  Next: Look.')
  })

  it('keeps what it was caused by', () => {
    const cause = new Error('ENOENT')
    expect(new StagegateError({ what: 'No.' }, { cause }).cause).to.equal(cause)
  })
})
