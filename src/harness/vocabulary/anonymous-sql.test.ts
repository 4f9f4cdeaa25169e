import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { anonymousSql } from './anonymous-sql.ts'

describe('anonymousSql', () => {
  const cases: readonly (readonly [string, string])[] = [
    [`UPDATE "t" SET "a" = 3 WHERE "b" = 'Bob'`, `UPDATE "t" SET "a" = 3 WHERE "b" = '…'`],
    [`VALUES ('it''s Bob', 'Ann'), (NULL, x'42')`, `VALUES ('…', '…'), (NULL, x'…')`],
    [
      `SELECT E'it\\'s Bob', 'C:\\', "it's ""Bob""", \`o'b\` FROM t`,
      `SELECT '…', '…', "it's ""Bob""", \`o'b\` FROM t`,
    ],
    ['SELECT $$Bob$$, $a$it is $$ Bob$a$, $1 FROM t', `SELECT '…', '…', $1 FROM t`],
    ['SELECT 1 /* for Bob */ FROM t -- by Bob', 'SELECT 1 /* … */ FROM t /* … */'],
    [
      `CREATE TABLE t (a TEXT DEFAULT 'x', b INTEGER CHECK (b > 1))`,
      `CREATE TABLE t (a TEXT DEFAULT '…', b INTEGER CHECK (b > 1))`,
    ],
    [`SELECT 'Bob was cut`, `SELECT '…'`],
    [`SELECT E'Bob was cut\\`, `SELECT '…'`],
    ['SELECT $a$ Bob was cut', `SELECT '…'`],
    ['SELECT /* Bob was cut', 'SELECT /* … */'],
  ]
  for (const [sql, anonymous] of cases) {
    it(`makes of ${sql}`, () => {
      expect(anonymousSql(sql)).to.equal(anonymous)
    })
  }

  it('leaves no literal, whatever stands in it and wherever the statement was cut', () => {
    const wild = fc.string({ unit: fc.constantFrom(...`ab"'$-/*\` \\`), maxLength: 8 })
    fc.assert(
      fc.property(wild, wild, fc.nat(60), (before, after, cut) => {
        const literal = `'${`${before}XYZZY${after}`.replaceAll("'", "''")}'`
        expect(anonymousSql(`SELECT "a", ${literal}, 'b' FROM t`.slice(0, 12 + cut))).not.to.contain('XYZ')
      }),
      { numRuns: 500 },
    )
  })
})
