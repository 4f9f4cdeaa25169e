import { describe, it } from 'node:test'
import { expect } from 'chai'
import { wrap } from './wrap.ts'

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap('every row  that has\na parent', 9)).to.deep.equal(['every row', 'that has', 'a parent'])
  })

  it('breaks a word that is longer than a line', () => {
    expect(wrap('boss_snapshots.id x', 8)).to.deep.equal(['boss_sna', 'pshots.i', 'd x'])
  })

  it('counts wide characters as two columns', () => {
    expect(wrap('日本語日本語', 6)).to.deep.equal(['日本語', '日本語'])
  })

  it('gives one line for nothing', () => {
    expect(wrap('', 5)).to.deep.equal([''])
  })
})
