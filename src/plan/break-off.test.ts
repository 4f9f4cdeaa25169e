import { describe, it } from 'node:test'
import { expect } from 'chai'
import { isBreakOff } from '../harness/verdict/is-break-off.ts'
import { breakOff } from './break-off.ts'

describe('why Cucumber gave up', () => {
  it('is known as such by whoever merges runs', () => {
    const errors = [
      ...breakOff(new Error('out of memory'), [], []),
      ...breakOff(
        new Error('out of memory'),
        [{ testRunStarted: { timestamp: { seconds: 0, nanos: 0 } } }],
        [],
      ),
      ...breakOff(undefined, [], []),
    ]
    expect(errors.map((error) => error.split('\n')[0])).to.deep.equal([
      'the run broke off before its first scenario: out of memory',
      'the run broke off: out of memory',
      'Cucumber ended without having finished the run',
    ])
    // Before the first scenario nothing says what was left undone.
    expect(errors.map(isBreakOff)).to.deep.equal([false, true, true])
  })
})
