import { describe, it } from 'node:test'
import { expect } from 'chai'
import { openServer, type Server } from './server.ts'
import { needsPostgres, rowsOf, testServer } from './testing/needs-postgres.ts'

/** The end is told before the connection closes: by chance the first try goes well. */
const ROUNDS = 25

describe('a server, as one process uses it', needsPostgres, () => {
  it('outlives a session that breaks in the middle of a statement', async () => {
    await using server = await openServer(testServer())
    for (let round = 0; round < ROUNDS; round++) {
      const broken = server.query(`SELECT pg_sleep(30), 'the one that breaks'`).catch((error: Error) => error)
      await endTheOneThatBreaks()
      expect(String(await broken)).to.contain('terminat')
      expect(await server.query('SELECT 1 AS one')).to.deep.equal([{ one: 1 }])
    }
  })

  it('says what broke a transaction, not that it could not be rolled back, and goes on', async () => {
    await using server = await openServer(testServer())
    for (let round = 0; round < ROUNDS; round++) {
      const broken = broken30Seconds(server).catch((error: Error) => error)
      await endTheOneThatBreaks()
      expect(String(await broken)).to.contain('terminating connection due to administrator command')
      expect(await server.query('SELECT 1 AS one')).to.deep.equal([{ one: 1 }])
    }
  })

  it('uses the connection of a transaction that failed again', async () => {
    await using server = await openServer(testServer())
    const session = `SELECT pg_backend_pid() AS pid`
    const before = await server.query(session)
    const failed = await server
      .transaction((client) => client.query('SELECT 1 / 0'))
      .catch((error: Error) => error)
    expect(String(failed)).to.contain('division by zero')
    expect(await server.query(session)).to.deep.equal(before)
  })
})

function broken30Seconds(server: Server): Promise<unknown> {
  return server.transaction((client) => client.query(`SELECT pg_sleep(30), 'the one that breaks'`))
}

async function endTheOneThatBreaks(): Promise<void> {
  const ended = `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
    WHERE query LIKE '%the one that breaks%' AND state = 'active' AND pid <> pg_backend_pid()`
  while ((await rowsOf(testServer(), ended)).length === 0) await new Promise(setImmediate)
}
