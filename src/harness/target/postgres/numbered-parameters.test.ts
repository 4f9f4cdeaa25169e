import { describe, it } from 'node:test'
import { expect } from 'chai'
import { numberedParameters } from './numbered-parameters.ts'

describe('numberedParameters', () => {
  it('numbers each name once, in the order in which they stand', () => {
    expect(numberedParameters('VALUES (:b, :a, :b)', { a: 1, b: null })).to.deep.equal({
      sql: 'VALUES ($1, $2, $1)',
      values: [null, 1],
    })
  })

  it('leaves texts, quoted names, comments and casts alone', () => {
    const sql = `SELECT ':a''', ":a", E'\\':a', $x$ :a $x$, '1'::int /* :a */ -- :a\n, :a::text`
    expect(numberedParameters(sql, { a: 'x' })).to.deep.equal({
      sql: sql.replace(', :a::text', ', $1::text'),
      values: ['x'],
    })
  })

  it('refuses a parameter without a value', () => {
    expect(() => numberedParameters('VALUES (:a)', {})).to.throw(RangeError, 'Missing named parameter "a"')
  })
})
