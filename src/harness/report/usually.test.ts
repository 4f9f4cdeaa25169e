import { describe, it } from 'node:test'
import { expect } from 'chai'
import { usually } from './usually.ts'

describe('usually', () => {
  it('makes one sentence of a clause or of a sentence', () => {
    expect(usually('names were compared')).to.equal('Usually names were compared.')
    expect(usually('A table that was copied.')).to.equal('Usually a table that was copied.')
    expect(usually('Usually an index is missing.')).to.equal('Usually an index is missing.')
  })

  it('leaves names as they are', () => {
    expect(usually('TypeORM was upgraded.')).to.equal('Usually TypeORM was upgraded.')
    expect(usually('LOWER was left out')).to.equal('Usually LOWER was left out.')
  })
})
