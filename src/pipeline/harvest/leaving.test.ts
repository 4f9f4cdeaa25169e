import { describe, it } from 'node:test'
import { expect } from 'chai'
import { leaving } from './leaving.ts'

describe('leaving', () => {
  it('removes a fifth of the clan, and not one more', () => {
    expect(leaving({ absent: 1, listed: 4, certain: true })).to.equal('removed')
    expect(leaving({ absent: 1, listed: 3, certain: true })).to.equal('too many')
    expect(leaving({ absent: 61, listed: 244, certain: true })).to.equal('removed')
    expect(leaving({ absent: 61, listed: 243, certain: true })).to.equal('too many')
  })

  it('has nothing to decide where nobody is missing, not even in an empty clan', () => {
    expect(leaving({ absent: 0, listed: 3, certain: true })).to.equal('none')
    expect(leaving({ absent: 0, listed: 0, certain: true })).to.equal('none')
  })

  it('removes nobody where nobody is listed', () => {
    expect(leaving({ absent: 1, listed: 0, certain: true })).to.equal('too many')
  })

  it('knows nothing without a list that is clear', () => {
    expect(leaving({ absent: 1, listed: 100, certain: false })).to.equal('unknown')
    expect(leaving({ absent: 0, listed: 100, certain: false })).to.equal('unknown')
  })
})
