import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Sequence } from '../observation/sequence.ts'
import { sequencesBehind } from './sequences-behind.ts'

const sequence = (next: string, largest: string | null): Sequence => ({
  ...{ table: 'clan_members', column: 'id' },
  ...{ last: null, next, largest },
})

describe('sequencesBehind', () => {
  it('holds where the next number is beyond the largest, and where there is none yet', () => {
    expect(sequencesBehind([sequence('306', '305'), sequence('1', null)])).to.include({
      value: 0,
      population: 2,
    })
  })

  it('breaches where the next number is taken, or smaller than one that is', () => {
    expect(sequencesBehind([sequence('305', '305'), sequence('9', '10')])).to.deep.include({
      value: 2,
      witnesses: [
        { where: 'clan_members.id', what: 'its sequence gives 305 next, and 305 is taken' },
        { where: 'clan_members.id', what: 'its sequence gives 9 next, and 10 is taken' },
      ],
    })
  })

  it('is exact where no double is', () => {
    expect(sequencesBehind([sequence('9007199254740993', '9007199254740992')]).value).to.equal(0)
    expect(sequencesBehind([sequence('9007199254740992', '9007199254740993')]).value).to.equal(1)
  })

  it('says nothing without a sequence', () => {
    expect(sequencesBehind([]).population).to.equal(0)
  })
})
