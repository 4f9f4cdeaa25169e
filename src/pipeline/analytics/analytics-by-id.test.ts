import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { SchemaError } from '../../schema/schema-error.ts'
import { migratedClan } from '../testing/migrated-clan.ts'
import type { TemporarySchema } from '../testing/temporary-schema.ts'
import { analyticsContract } from './analytics.contract.ts'
import { analyticsById } from './analytics-by-id.ts'

const ALL_TIME = '0001-01-01T00:00:00Z'

describe('analyticsById', () => {
  analyticsContract({
    at: 'head',
    analytics: analyticsById,
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

    it('keeps members apart, and counts what is linked', async () => {
      const analytics = analyticsById(db)
      const latest = await analytics.latestSnapshots()
      expect([...latest].map(([id, snapshot]) => [id, snapshot.id]).sort()).to.deep.equal([
        [2, 9],
        [3, 2],
      ])
      const counts = await analytics.messageCountsSince(ALL_TIME)
      expect(Object.fromEntries(counts)).to.deep.equal({ 2: 0, 3: 1, 5: 1, 7: 1, 8: 1 })
    })

    it('knows no member of another id', async () => {
      for (const id of [0, 1, -2, 2.5, Number.NaN]) expect(await analyticsById(db).member(id)).to.equal(null)
    })

    it('refuses a figure that is no exact number', async () => {
      const error = await analyticsById(db)
        .firstSnapshotsSince(ALL_TIME)
        .catch((caught) => caught)
      expect(error).to.be.instanceOf(SchemaError).with.property('message').that.includes('is no exact number')
    })

    for (const statistics of ['without', 'with']) {
      it(`seeks by the members, ${statistics} statistics, and reads no raw data`, async () => {
        if (statistics === 'with') await db.query('ANALYZE')
        const statements = await statementsOf(db)
        expect(statements).to.have.lengthOf(4)
        for (const { sql, parameters } of statements) {
          expect(sql).not.to.match(/raw_data|\*(?!\))/)
          const steps: readonly { detail: string }[] = await db.query(`EXPLAIN QUERY PLAN ${sql}`, parameters)
          for (const { detail } of steps) {
            expect(detail).to.match(
              /^(SCAN|SEARCH) member|^SEARCH .*(COVERING INDEX|PRIMARY KEY)|^CORRELATED/,
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

/** What the methods send. */
async function statementsOf(db: DataSource): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const query = async (sql: string, parameters: unknown[] = []) => {
    statements.push({ sql, parameters })
    return []
  }
  const analytics = analyticsById(Object.create(db, { query: { value: query } }))
  await analytics.latestSnapshots()
  await analytics.firstSnapshotsSince(ALL_TIME)
  await analytics.messageCountsSince(ALL_TIME)
  await analytics.member(2)
  return statements
}
