import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { WITHOUT_POSTGRES } from '../schema/testing/open-postgres.ts'
import { activityData } from './activity-report/activity-data.ts'
import { analyticsById } from './analytics/analytics-by-id.ts'
import { dashboardById } from './dashboard/dashboard-by-id.ts'
import { everyName } from './every-name.ts'
import { type TemporarySchema, temporarySchema } from './testing/temporary-schema.ts'

const PARAMETER = /(?<!:):\w+/g

/** Large enough for the engine to prefer an index by its own reckoning. */
const ROWS = [
  `INSERT INTO clan_members (id, username) SELECT i, 'Member ' || i FROM generate_series(1, 300) AS i`,
  `INSERT INTO wom_snapshots (id, user_id, username, timestamp, total_xp, raw_data)
   SELECT day * 300 + member, member, 'Member ' || member, timestamptz '2025-01-01' + day * interval '1 day', day, 'x'
   FROM generate_series(1, 100) AS day, generate_series(1, 300) AS member`,
  `INSERT INTO discord_messages (id, user_id, author_name, created_at)
   SELECT i, 1 + i % 300, 'Member ' || 1 + i % 300, timestamptz '2025-01-01' + i * interval '1 minute'
   FROM generate_series(1, 60000) AS i`,
  `INSERT INTO boss_snapshots (id, snapshot_id, wom_snapshot_id, boss_name, kills)
   SELECT id * 3 + boss, id, id, 'boss ' || boss, boss FROM wom_snapshots, generate_series(1, 3) AS boss`,
  'VACUUM (ANALYZE)',
]

const PRODUCT = join(import.meta.dirname, '../../fixtures/queries/postgres/product.sql')

const INDEXES_OF_THE_REFACTORING = [
  'idx_discord_messages_created_at_author_name',
  'idx_boss_snapshots_boss_name_kills',
  'idx_wom_records_fetch_date',
  'idx_clan_members_joined_at',
  'uq_clan_members_username',
  'idx_wom_snapshots_user_id_timestamp',
  'idx_discord_messages_user_id_created_at',
  'idx_boss_snapshots_wom_snapshot_id',
]

describe('the plans that PostgreSQL makes', { skip: WITHOUT_POSTGRES }, () => {
  let schema: TemporarySchema
  let db: DataSource

  before(async () => {
    schema = await temporarySchema('PostgreSQL')
    db = schema.db
    await db.runMigrations()
    const runner = db.createQueryRunner()
    try {
      // VACUUM takes no row for visible to all that is not on the disk yet, and plans depend on that.
      await db.query('SET synchronous_commit = on', [], runner)
      for (const sql of ROWS) await db.query(sql, [], runner)
    } finally {
      await db.query('RESET ALL', [], runner)
      await runner.release()
    }
  })

  after(() => schema[Symbol.asyncDispose]())

  it('seek by the members and snapshots in every statement by id, and sort no more than ties', async () => {
    const statements = await sentBy(db, async (inside) => {
      const analytics = analyticsById(inside)
      const queries = dashboardById(inside)
      const snapshots = await analytics.latestSnapshots()
      await analytics.firstSnapshotsSince('2025-03-01T00:00:00Z')
      await activityData(analytics, '2025-04-11T00:00:00Z')
      await analytics.member(7)
      await queries.snapshotsSince('2025-02-01T00:00:00Z')
      await queries.messagesByHourSince('2025-01-20T00:00:00Z')
      await queries.bossKillsOf([...snapshots.values()].map(({ id }) => id))
    })
    expect(new Set(statements.map(({ sql }) => sql)).size).to.equal(7)
    for (const { sql, parameters } of statements) {
      const plan = await planOf(db, sql, parameters)
      expect(plan, sql).to.match(/Index/)
      expect(plan, sql).not.to.match(/Seq Scan on (public\.)?(wom|discord|boss)_|(?<!Incremental )Sort {2}\(/)
    }
  })

  it('use every index of the refactoring in some query of the product, whatever its parameters are', async () => {
    const runner = db.createQueryRunner()
    const plans: string[] = []
    try {
      await db.query('SET enable_seqscan = off', [], runner)
      await db.query('SET plan_cache_mode = force_generic_plan', [], runner)
      const [, ...queries] = (await readFile(PRODUCT, 'utf8')).split(/^-- name: .*$/m)
      for (const [at, query] of queries.entries()) {
        const count = query.match(PARAMETER)?.length ?? 0
        await db.query(`PREPARE query_${at} AS ${query.replaceAll(PARAMETER, '?')}`, [], runner)
        const values = Array.from({ length: count }, () => 'NULL').join(', ')
        const plan = await db.query(
          `EXPLAIN EXECUTE query_${at}${count > 0 ? `(${values})` : ''}`,
          [],
          runner,
        )
        plans.push(JSON.stringify(plan))
      }
    } finally {
      await db.query('RESET ALL', [], runner)
      await runner.release()
    }
    const unused = INDEXES_OF_THE_REFACTORING.filter(
      (index) => !plans.some((plan) => new RegExp(`${index}\\b`).test(plan)),
    )
    expect(unused).to.deep.equal([])
  })

  it('go from name to name by an index', async () => {
    const names = await sentBy(db, async (inside) => {
      expect(await everyName(inside, 'messages')).to.have.length(300)
      expect(await everyName(inside, 'snapshots')).to.have.length(300)
    })
    for (const { sql } of names) {
      expect(await planOf(db, sql, [])).not.to.match(/Seq Scan on (public\.)?(wom|discord)_/)
    }
  })
})

interface Statement {
  readonly sql: string
  readonly parameters: unknown[]
}

async function sentBy(db: DataSource, ask: (db: DataSource) => Promise<void>): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const query = (sql: string, parameters: unknown[] = []) => {
    statements.push({ sql, parameters })
    return db.query(sql, parameters)
  }
  await ask(Object.create(db, { query: { value: query } }))
  return statements
}

async function planOf(db: DataSource, sql: string, parameters: unknown[]): Promise<string> {
  const lines: readonly { readonly 'QUERY PLAN': string }[] = await db.query(
    `EXPLAIN (VERBOSE) ${sql}`,
    parameters,
  )
  return lines.map((line) => line['QUERY PLAN']).join('\n')
}
