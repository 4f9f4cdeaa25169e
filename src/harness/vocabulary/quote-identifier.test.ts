import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import fc from 'fast-check'
import { quoteIdentifier } from './quote-identifier.ts'

describe('quoteIdentifier', () => {
  it('doubles quotes, so that no name ends its own quoting', () => {
    expect(quoteIdentifier('clan_members')).to.equal('"clan_members"')
    expect(quoteIdentifier('a"b; DROP TABLE t; --')).to.equal('"a""b; DROP TABLE t; --"')
  })

  it('refuses a NUL, at which an engine would stop reading', () => {
    expect(() => quoteIdentifier('a\0b')).to.throw(/NUL/)
  })

  it('names a column exactly, whatever stands in its name', () => {
    const database = new Database(':memory:')
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !text.includes('\0'))
    fc.assert(
      fc.property(name, (text) => {
        const [column] = database.prepare(`SELECT 1 AS ${quoteIdentifier(text)}`).columns()
        expect(column?.name).to.equal(text)
      }),
    )
    database.close()
  })
})
