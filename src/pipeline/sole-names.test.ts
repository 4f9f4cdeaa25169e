import { describe, it } from 'node:test'
import { expect } from 'chai'
import { soleNames } from './sole-names.ts'

describe('soleNames', () => {
  it('leaves out names that several bear, and the name of nobody', () => {
    expect([...soleNames(['anna', 'bob', '', 'bob', 'carl'])]).to.deep.equal(['anna', 'carl'])
    expect([...soleNames([])]).to.deep.equal([])
  })
})
