import { test } from 'node:test'
import { expect } from 'chai'
import { withProduct } from '../target/with-product.ts'
import { observeSentPlans } from './observe-sent-plans.ts'
import { rejection, temporaryTarget } from './temporary-target.test.ts'

const SCHEMA = `CREATE TABLE members (id INTEGER PRIMARY KEY, name TEXT);
  CREATE INDEX ix_members ON members (name)`

test('a statement is explained by the engine that it was sent to, with its parameters', async () => {
  await using target = temporaryTarget(SCHEMA)
  const [seek, scan] = await withProduct(target, async (connect) =>
    observeSentPlans(await connect(), target.engine, [
      { name: 'seek', sql: 'SELECT id FROM members WHERE name = ?', parameters: ['a'] },
      { name: 'scan', sql: 'SELECT id FROM members WHERE name LIKE ?', parameters: ['%a'] },
    ]),
  )
  expect(seek).to.deep.include({ name: 'seek', scans: [], indexes: ['ix_members'] })
  expect(scan?.scans.map(({ table }) => table)).to.deep.equal(['members'])
})

test('a statement whose parameters are missing is an error, not a guess', async () => {
  await using target = temporaryTarget(SCHEMA)
  const failure = withProduct(target, async (connect) =>
    observeSentPlans(await connect(), target.engine, [
      { name: 'seek', sql: 'SELECT id FROM members WHERE name = ?', parameters: [] },
    ]),
  )
  expect(await rejection(failure)).to.contain('parameter')
})
