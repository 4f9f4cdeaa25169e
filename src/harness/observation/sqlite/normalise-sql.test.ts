import { test } from 'node:test'
import { expect } from 'chai'
import { normaliseSql } from './normalise-sql.ts'

test('two ways to write the same are one text', () => {
  const one = normaliseSql('CREATE VIEW "v" AS\n  SELECT lower( a ),b FROM [t] -- names\n WHERE a IN ( 1,2 )')
  const other = normaliseSql('create view v as select LOWER(a), b from t where A in(1, 2)')
  expect(one).to.equal('create view v as select lower(a), b from t where a in(1, 2)')
  expect(other).to.equal(one)
})

test('literals and names that need quotes stay as they are', () => {
  expect(normaliseSql('SELECT \'A  b\', "Total XP", `x"y` FROM t')).to.equal(
    'select \'A  b\', "Total XP", "x""y" from t',
  )
})
