import { describe, it } from 'node:test'
import { expect } from 'chai'
import { methodRows } from './method-rows.ts'
import { METHOD_NAMES } from './methods.ts'

const all = METHOD_NAMES.map((method) => ({ method, 'at most': '50 ms' }))

describe('methodRows', () => {
  it('gives the rows as they are, several of a method as well', () => {
    expect(methodRows([...all, ...all])).to.deep.equal([...all, ...all])
  })

  it('refuses a table that leaves a method out, and an empty one', () => {
    expect(() => methodRows(all.slice(1))).to.throw(RangeError, 'no row for the method "latest snapshots"')
    expect(() => methodRows([])).to.throw(RangeError, 'no row for the method')
  })

  it('refuses a method that does not exist, and a column that is called something else', () => {
    expect(() => methodRows([...all, { method: 'latest' }])).to.throw(
      RangeError,
      'there is no method "latest"',
    )
    expect(() => methodRows([{ methods: 'latest snapshots' }])).to.throw(RangeError, 'there is no method ""')
  })
})
