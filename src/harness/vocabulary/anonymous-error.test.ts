import { describe, it } from 'node:test'
import { AssertionError, expect } from 'chai'
import { anonymousError } from './anonymous-error.ts'
import { StagegateError } from './stagegate-error.ts'

function failureOf(fail: () => unknown): unknown {
  try {
    fail()
  } catch (error) {
    return error
  }
  return undefined
}

describe('anonymousError', () => {
  it('keeps the kind of an error and where it came from, and nothing that it compared', () => {
    const original = failureOf(() => expect({ Xyzzy: 1 }).to.deep.equal({ Plugh: 'Bob' }))
    const anonymous = anonymousError(original)
    expect(anonymous).to.be.instanceOf(AssertionError)
    expect(anonymous.constructor.name).to.equal('AssertionError')
    expect(anonymous.message).to.equal('expected …')
    expect(anonymous.stack).to.match(/^AssertionError: expected …\n\s+at .*anonymous-error\.test\.ts/)
    expect(Object.keys(anonymous)).to.deep.equal([])
    expect(JSON.stringify(Object.getOwnPropertyNames(anonymous))).not.to.match(/actual|expected|cause/)
  })

  it('leaves causes behind', () => {
    const cause = new Error('it was "Bob"')
    const anonymous = anonymousError(new StagegateError({ what: 'It was "Bob".' }, { cause }))
    expect(anonymous).to.be.instanceOf(StagegateError).with.property('message', 'It was ….')
    expect(anonymous.cause).to.equal(undefined)
    expect(anonymous).not.to.have.property('text')
  })

  it('takes what is no error, too', () => {
    expect(anonymousError('it was "Bob"').message).to.equal('it was …')
  })
})
