import { describe, it } from 'node:test'
import { expect } from 'chai'
import { HOSTILE_NAMES } from './activity-report/testing/hostile-names.ts'
import { inOrderOfNames } from './in-order-of-names.ts'

describe('inOrderOfNames', () => {
  it('is that of a dictionary', () => {
    const names = ['Zed', 'zoe', 'Élan', 'ann', 'Bob', 'Ann', 'elan']
    const inOrder = ['ann', 'Ann', 'Bob', 'elan', 'Élan', 'Zed', 'zoe']
    expect(names.toSorted(inOrderOfNames)).to.deep.equal(inOrder)
    expect(names.toReversed().sort(inOrderOfNames)).to.deep.equal(inOrder)
  })

  it('tells names apart that a dictionary does not, and nothing else', () => {
    expect(['bell\u0007', 'bell'].sort(inOrderOfNames)).to.deep.equal(['bell', 'bell\u0007'])
    for (const one of HOSTILE_NAMES) {
      for (const other of HOSTILE_NAMES) {
        expect(inOrderOfNames(one, other) === 0, `${one} ${other}`).to.equal(one === other)
      }
    }
  })
})
