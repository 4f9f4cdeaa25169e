import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { migratedClan } from '../testing/migrated-clan.ts'
import type { TemporarySchema } from '../testing/temporary-schema.ts'
import { dashboardById } from './dashboard-by-id.ts'
import { dashboardQueriesContract } from './dashboard-queries.contract.ts'

const ALL_TIME = '0001-01-01T00:00:00Z'

describe('dashboardById', () => {
  dashboardQueriesContract({
    at: 'head',
    queries: dashboardById,
    keyOf: async (db, username) =>
      (await db.query('SELECT id FROM clan_members WHERE username = ?', [username]))[0].id,
  })

  describe('on names that differ by case only', () => {
    let clan: TemporarySchema
    let db: DataSource

    before(async () => {
      clan = await migratedClan()
      db = clan.db
    })

    after(() => clan[Symbol.asyncDispose]())

    it('keeps members apart, and has what is linked alone', async () => {
      const queries = dashboardById(db)
      const snapshots = await queries.snapshotsSince('2025-12-01T00:00:00.000001Z')
      expect([...snapshots].map(([id, points]) => [id, points.map((point) => point.id)])).to.deep.equal([
        [2, [9]],
      ])
      const hours = await queries.messagesByHourSince(ALL_TIME)
      expect([...hours.keys()].sort()).to.deep.equal([3, 5, 7, 8])
      expect(await queries.bossKillsOf([9, 777])).to.deep.equal(new Map([[9, new Map([['zulrah', 7]])]]))
    })

    for (const statistics of ['without', 'with']) {
      it(`seeks by the members and snapshots, ${statistics} statistics; no name and no raw data is read`, async () => {
        if (statistics === 'with') await db.query('ANALYZE')
        const statements = await statementsOf(db)
        expect(statements).to.have.lengthOf(3)
        for (const { sql, parameters } of statements) {
          expect(sql).not.to.match(/raw_data|username|author_name|\*(?!\))/)
          const steps: readonly { detail: string }[] = await db.query(`EXPLAIN QUERY PLAN ${sql}`, parameters)
          const [first, ...others] = steps.map(({ detail }) => detail)
          expect(first).to.match(/^SCAN (member|given VIRTUAL TABLE INDEX 1:)$/)
          expect(others).not.to.have.length(0)
          for (const detail of others) {
            expect(detail).to.match(
              /^SEARCH .* USING (COVERING INDEX \w+ \((user_id=\? AND \w+>\?|wom_snapshot_id=\?)|INTEGER PRIMARY KEY \(rowid=\?)\)$/,
            )
          }
        }
      })
    }
  })
})

interface Statement {
  readonly sql: string
  readonly parameters: unknown[]
}

/** What the queries send. */
async function statementsOf(db: DataSource): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const query = async (sql: string, parameters: unknown[] = []) => {
    statements.push({ sql, parameters })
    return []
  }
  const queries = dashboardById(Object.create(db, { query: { value: query } }))
  await queries.snapshotsSince(ALL_TIME)
  await queries.messagesByHourSince(ALL_TIME)
  await queries.bossKillsOf([1])
  return statements
}
