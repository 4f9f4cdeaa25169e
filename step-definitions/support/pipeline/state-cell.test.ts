import { describe, it } from 'node:test'
import { expect } from 'chai'
import { stateCell } from './state-cell.ts'

describe('stateCell', () => {
  it('is a state, or the way to one', () => {
    expect(stateCell('head')).to.deep.equal({ at: 'head', onTo: undefined })
    expect(stateCell('head, then AddMissingIndexes')).to.deep.equal({ at: 'head', onTo: 'AddMissingIndexes' })
  })

  it('refuses everything else', () => {
    for (const cell of [undefined, '', 'head then head', 'head, then', 'a, then b, then c']) {
      expect(() => stateCell(cell)).to.throw(RangeError, 'is no state')
    }
  })
})
