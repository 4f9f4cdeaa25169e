import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import { expect } from 'chai'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import { connect } from './connect.ts'
import { shown } from './parse-url.ts'
import { needsPostgres, testServer } from './testing/needs-postgres.ts'

async function refusal(changes: Partial<PostgresAddress>): Promise<StagegateError> {
  const address = { ...testServer(), password: 'a-secret', ...changes }
  const error = await connect(address).catch((caught) => caught)
  expect(error).to.be.instanceOf(StagegateError)
  expect(error.text.where).to.equal(shown(address))
  expect(inspect(error, { depth: 9 })).not.to.contain(address.password)
  return error
}

describe('connect', needsPostgres, () => {
  it('says that the password is wrong, that nobody is there, or no such database', async () => {
    expect((await refusal({})).text.what).to.contain('does not let this user in')
    expect((await refusal({ port: 1 })).text.what).to.contain('no PostgreSQL server to be reached')
    expect((await refusal({ host: 'nowhere.invalid' })).text.what).to.contain('to be reached')
    const { password } = testServer()
    expect((await refusal({ password, database: 'stagegate_nowhere' })).text.what).to.contain(
      'no such database',
    )
  })
})
