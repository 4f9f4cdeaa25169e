import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import { expect } from 'chai'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import { checkSource } from './check-source.ts'
import { shown, toUrl } from './parse-url.ts'
import { needsPostgres, rowsOf, testServer } from './testing/needs-postgres.ts'
import { temporaryRole, temporarySource } from './testing/temporary-source.ts'

/** What is said of a URL that is no source; never with its password. */
async function refusal(url: string, env: Record<string, string> = {}): Promise<StagegateError> {
  const error = await checkSource(url, env).catch((caught) => caught)
  expect(error).to.be.instanceOf(StagegateError)
  expect(`${error.text.where} ${error.text.next}`).not.to.contain('--postgres-url, or')
  const { password } = new URL(url)
  if (password !== '') expect(inspect(error, { depth: 9 })).not.to.contain(decodeURIComponent(password))
  return error
}

const at = (changes: Partial<PostgresAddress>) =>
  toUrl({ ...testServer(), database: 'rehearsed', ...changes })

describe('checkSource, of a URL', () => {
  it('says that it leads nowhere, in the words of --database', async () => {
    const error = await refusal('postgresql://u:some-secret@127.0.0.1:1/clan')
    expect(error.text.what).to.contain('no PostgreSQL server to be reached')
    expect(error.text.next).to.equal('Start it, or name another one with --database.')
    const unknown = await refusal('postgresql://u:some-secret@nowhere.invalid/clan')
    expect(unknown.text.what).to.contain('nobody knows its host')
    expect(unknown.text.next).to.equal('Check the host of --database.')
  })

  it('wants a database to be named, and none of ours', async () => {
    const nameless = await refusal('postgresql://u:some-secret@127.0.0.1:1')
    expect(nameless.text.what).to.contain('It names no database')
    expect(nameless.text.where).to.equal('--database')
    const ours = await refusal('postgresql://u:some-secret@127.0.0.1:1/stagegate_kept_clan_1234')
    expect(ours.text.what).to.contain("one of Stagegate's own")
  })
})

describe('checkSource, on a server', needsPostgres, () => {
  it('gives where a database is and what it takes', async () => {
    await using source = await temporarySource('CREATE TABLE t (a integer)')
    const found = await checkSource(source.url, { STAGEGATE_POSTGRES_URL: toUrl(testServer()) })
    expect(found).to.deep.include({
      engine: 'postgres',
      location: shown(source.address),
      address: source.address,
    })
    expect(found.bytes).to.be.greaterThan(1_000_000)
  })

  it('says that the password or the database is wrong', async () => {
    const password = await refusal(at({ password: 'a-wrong-secret' }))
    expect(password.text.what).to.contain('does not let this user in')
    expect(password.text.next).to.equal('Check the user and the password of --database.')
    expect((await refusal(at({ password: '' }))).text.what).to.contain('does not let this user in')
    const database = await refusal(at({ database: 'nobody_made_this' }))
    expect(database.text.what).to.contain('no such database')
    expect(database.text.next).to.contain('--database')
  })

  it('refuses the database that orders are given from, by whatever name its server goes', async () => {
    const { host, ...server } = testServer()
    const named = { STAGEGATE_POSTGRES_URL: toUrl({ host, ...server }) }
    expect((await refusal(toUrl(testServer()), named)).text.what).to.contain('gives its orders from')
    const other = host === '127.0.0.1' ? 'localhost' : host
    const alias = await refusal(toUrl({ ...server, host: other }), named)
    expect(alias.text.what).to.contain('gives its orders from')
  })

  it('names the tables and sequences that the user may not read', async () => {
    await using role = await temporaryRole()
    await using source = await temporarySource(`
      CREATE TABLE open (a integer); CREATE TABLE closed (a serial); CREATE SCHEMA shut; CREATE TABLE shut.t (a integer);
      GRANT SELECT ON open TO ${role.user}; GRANT SELECT ON shut.t TO ${role.user}`)
    const url = toUrl({ ...source.address, ...{ user: role.user, password: role.password } })
    const error = await refusal(url)
    expect(error.text.what).to.equal(`The user ${role.user} may not read closed, closed_a_seq, shut.t.`)
    await rowsOf(
      source.address,
      `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role.user}; GRANT USAGE ON SCHEMA shut TO ${role.user};
       GRANT SELECT ON closed_a_seq TO ${role.user}`,
    )
    expect((await checkSource(url, {})).location).to.contain(role.user)
  })

  it('names the tables of which a policy hides rows from the user', async () => {
    await using role = await temporaryRole()
    await using source = await temporarySource(`
      CREATE TABLE t (a integer); GRANT SELECT ON t TO ${role.user}; ALTER TABLE t ENABLE ROW LEVEL SECURITY`)
    const { user, password } = role
    const error = await refusal(toUrl({ ...source.address, user, password }))
    expect(error.text.what).to.equal(`Row-level security hides rows from the user ${user}: of t.`)
    expect((await checkSource(source.url, {})).location).to.equal(shown(source.address))
  })

  it('says that the user may not connect', async () => {
    await using role = await temporaryRole()
    await using source = await temporarySource('')
    await rowsOf(testServer(), `REVOKE CONNECT ON DATABASE ${source.address.database} FROM PUBLIC`)
    const { user, password } = role
    const error = await refusal(toUrl({ ...source.address, user, password }))
    expect(error.text.what).to.contain('may not connect')
  })
})
