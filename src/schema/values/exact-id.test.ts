import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SchemaError } from '../schema-error.ts'
import { exactId } from './exact-id.ts'

describe('exactId', () => {
  it('keeps every digit both ways', () => {
    for (const id of ['1318672905128575079', '9223372036854775807', '-9223372036854775808', '0']) {
      expect(exactId.to(id)).to.equal(id)
      expect(exactId.from(BigInt(id))).to.equal(id)
    }
    expect(exactId.to(1318672905128575079n)).to.equal('1318672905128575079')
    expect(exactId.from(42)).to.equal('42')
  })

  it('leaves what is absent absent', () => {
    expect([exactId.to(null), exactId.to(undefined), exactId.from(null)]).to.deep.equal([
      null,
      undefined,
      null,
    ])
  })

  for (const wrong of [
    '9223372036854775808',
    '-9223372036854775809',
    '',
    '12a',
    '1.5',
    ' 1',
    1318672905128575000,
    1.5,
    true,
  ]) {
    it(`refuses ${JSON.stringify(wrong)}`, () => {
      expect(() => exactId.to(wrong)).to.throw(SchemaError, 'is no 64-bit integer')
    })
  }
})
