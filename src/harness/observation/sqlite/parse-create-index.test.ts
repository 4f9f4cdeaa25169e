import { test } from 'node:test'
import { expect } from 'chai'
import { parseCreateIndex } from './parse-create-index.ts'

test('columns and expressions come without order and collation', () => {
  expect(
    parseCreateIndex('CREATE INDEX i ON t (a DESC, lower( "b" ) COLLATE NOCASE ASC, coalesce(c, 0), [d])'),
  ).to.deep.equal({ columns: ['a', 'lower(b)', 'coalesce(c, 0)', 'd'], where: null })
})

test('the condition of a partial index is normalised', () => {
  expect(parseCreateIndex("CREATE UNIQUE INDEX i ON t(a) WHERE  b IS NOT NULL AND c='X'").where).to.equal(
    "b is not null and c = 'X'",
  )
})
