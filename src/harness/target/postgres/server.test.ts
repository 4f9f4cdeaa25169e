import { describe, it } from 'node:test'
import { expect } from 'chai'
import { openServer } from './server.ts'
import { needsPostgres, rowsOf, testServer } from './testing/needs-postgres.ts'

describe('a server, as one process uses it', needsPostgres, () => {
  it('outlives a session that breaks in the middle of a statement', async () => {
    await using server = await openServer(testServer())
    const broken = server.query(`SELECT pg_sleep(30), 'the one that breaks'`).catch((error: Error) => error)
    const ended = `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
      WHERE query LIKE '%the one that breaks%' AND state = 'active' AND pid <> pg_backend_pid()`
    while ((await rowsOf(testServer(), ended)).length === 0) await new Promise(setImmediate)
    expect(String(await broken)).to.contain('terminat')
    expect(await server.query('SELECT 1 AS one')).to.deep.equal([{ one: 1 }])
  })
})
