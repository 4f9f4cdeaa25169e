import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { SchemaError } from '../../schema/schema-error.ts'
import { migrateUpTo } from '../../schema/testing/open-schema.ts'
import { ANALYTICS_ROWS, LINKED_BY_HAND } from '../analytics/testing/analytics-rows.ts'
import { ENGINES, type EngineName } from '../testing/engines.ts'
import { type TemporarySchema, temporarySchema } from '../testing/temporary-schema.ts'
import type { DashboardQueries } from './dashboard-queries.ts'
import { UNREADABLE_VALUES } from './testing/unreadable-values.ts'

/** One of the two families, and the schema that it is asked on. */
export interface DashboardFamily<Key> {
  readonly at: 'DedupSnapshots' | 'head'
  readonly queries: (db: DataSource) => DashboardQueries<Key>
  readonly keyOf: (db: DataSource, username: string) => Promise<Key>
}

/** Of Ann's latest snapshot, of the latest of Nulls, of one that is not asked for, and of one that does not exist. */
const BOSS_ROWS = `INSERT INTO boss_snapshots (id, snapshot_id, boss_name, kills) VALUES
  (1, 11, 'vorkath', 7), (2, 11, 'zulrah', 5), (3, 11, 'zulrah', 9), (4, 11, 'zulrah', 6), (5, 11, 'obor', NULL),
  (6, 11, 'hespori', 0), (7, 11, 'bryophyta', -1), (8, 41, '__proto__', 1), (9, 41, 'say "hi"', 2),
  (10, 12, 'zulrah', 3), (11, 777, 'zulrah', 9)`

/** Two messages and three snapshots are of this very moment. */
const NOON = '2025-12-01T12:00:00.000000Z'
const SINCE_NOON = { Ann: [10, 11], Tie: [20, 21, 24, 25], Nulls: [41], Élan: [51, 50], Micro: [71, 70] }

/** What both families answer alike, on the same rows. */
export function dashboardQueriesContract<Key>(family: DashboardFamily<Key>): void {
  for (const { engine, skip } of ENGINES) {
    describe(`at ${family.at}, on ${engine}`, { skip }, () => contractOn(engine, family))
  }
}

function contractOn<Key>(engine: EngineName, { at, queries: familyOf, keyOf }: DashboardFamily<Key>): void {
  let schema: TemporarySchema
  let db: DataSource
  let queries: DashboardQueries<Key>
  const names = new Map<Key, string>()

  before(async () => {
    schema = await temporarySchema(engine)
    db = schema.db
    await migrateUpTo(db, 'DedupSnapshots')
    for (const sql of [...ANALYTICS_ROWS, BOSS_ROWS]) await db.query(sql)
    if (at === 'head') {
      await db.runMigrations()
      for (const sql of LINKED_BY_HAND) await db.query(sql)
    }
    const members: readonly { username: string }[] = await db.query('SELECT username FROM clan_members')
    for (const { username } of members) names.set(await keyOf(db, username), username)
    queries = familyOf(db)
  })

  after(() => schema[Symbol.asyncDispose]())

  function named<Value>(answers: ReadonlyMap<Key, Value>): Record<string, Value> {
    return Object.fromEntries([...answers].map(([key, value]) => [names.get(key) ?? String(key), value]))
  }

  async function idsSince(cutoff: string | Date): Promise<Record<string, readonly number[]>> {
    const snapshots = await queries.snapshotsSince(cutoff)
    return named(new Map([...snapshots].map(([key, points]) => [key, points.map(({ id }) => id)])))
  }

  async function hoursSince(cutoff: string | Date): Promise<Record<string, Record<string, number>>> {
    const hours = await queries.messagesByHourSince(cutoff)
    return named(new Map([...hours].map(([key, counts]) => [key, Object.fromEntries(counts)])))
  }

  it('gives the snapshots of every member in the order of time, then of ids, to the microsecond', async () => {
    expect(await idsSince(NOON)).to.deep.equal(SINCE_NOON)
    expect(await idsSince('2025-12-01T12:00:00.000002Z')).to.deep.equal({
      ...{ Ann: [11], Tie: [24, 25], Nulls: [41], Élan: [51, 50], Micro: [70] },
    })
    expect(await idsSince('2026-01-01T00:00:00Z')).to.deep.equal({})
    const { Nulls } = named(await queries.snapshotsSince('2025-11-01T00:00:00Z'))
    expect(Nulls).to.deep.equal([
      { id: 40, timestamp: '2025-11-15T00:00:00.000000Z', totalXp: 500, totalBossKills: null },
      { id: 41, timestamp: '2025-12-15T00:00:00.000000Z', totalXp: null, totalBossKills: 5 },
    ])
  })

  it('counts the messages of every member by hour', async () => {
    expect(await hoursSince(NOON)).to.deep.equal({
      Ann: { '2025-12-01T12:00:00.000000Z': 2, '2025-12-09T00:00:00.000000Z': 1 },
      Tie: { '2025-12-02T00:00:00.000000Z': 1 },
      'No Snaps': { '2025-12-03T00:00:00.000000Z': 1, '2025-12-04T00:00:00.000000Z': 1 },
      Élan: { '2025-12-05T00:00:00.000000Z': 1, '2025-12-06T00:00:00.000000Z': 1 },
      Micro: { '2025-12-01T12:00:00.000000Z': 1 },
    })
    expect((await hoursSince('2025-12-01T12:00:00.000001Z')).Ann).to.deep.equal({
      '2025-12-09T00:00:00.000000Z': 1,
    })
    expect((await hoursSince('2025-12-01T11:59:59.999999Z')).Ann).to.include({
      '2025-12-01T11:00:00.000000Z': 1,
    })
    expect(await hoursSince('2026-01-01T00:00:00Z')).to.deep.equal({})
  })

  for (const cutoff of [new Date(NOON), '2025-12-01 12:00:00.000000', '2025-12-01 07:00:00.000000-05:00']) {
    it(`takes ${typeof cutoff === 'string' ? `the text ${cutoff}` : 'a Date'} for a cutoff`, async () => {
      expect(await idsSince(cutoff)).to.deep.equal(SINCE_NOON)
      expect(await hoursSince(cutoff)).to.deep.equal(await hoursSince(NOON))
    })
  }

  it('gives kills by boss, of several the most, and no boss that was never killed', async () => {
    expect(await queries.bossKillsOf([11, 41, 30])).to.deep.equal(
      new Map([
        ...[[11, new Map(Object.entries({ vorkath: 7, zulrah: 9 }))] as const],
        [
          41,
          new Map([
            ['__proto__', 1],
            ['say "hi"', 2],
          ]),
        ],
      ]),
    )
    expect(await queries.bossKillsOf([])).to.deep.equal(new Map())
  })

  it('takes moments in either form of text, on the edge too', async () => {
    await rolledBack(async (inside) => {
      await inside.query(
        "UPDATE wom_snapshots SET timestamp = '2025-12-01 12:00:00.000000' WHERE id IN (10, 21)",
      )
      if (engine === 'SQLite') {
        await inside.query("UPDATE discord_messages SET created_at = created_at || '+00:00'")
      }
      expect(await idsSince(NOON)).to.deep.equal(SINCE_NOON)
      expect((await hoursSince(NOON)).Ann).to.deep.equal({
        ...{ '2025-12-01T12:00:00.000000Z': 2, '2025-12-09T00:00:00.000000Z': 1 },
      })
    })
  })

  for (const [what, fault] of [...UNREADABLE_VALUES.both, ...UNREADABLE_VALUES[engine]]) {
    it(`refuses ${what}`, async () => {
      await rolledBack(async (inside) => {
        await inside.query(fault)
        const error = await askAll().catch((caught) => caught)
        expect(error)
          .to.be.instanceOf(SchemaError)
          .with.property('message')
          .that.matches(/is no (exact number|moment)/)
      })
      await askAll()
    })
  }

  async function askAll(): Promise<void> {
    await queries.snapshotsSince(NOON)
    await queries.messagesByHourSince(NOON)
    await queries.bossKillsOf([11])
  }

  /** What is asked within sees what was done there. */
  async function rolledBack(act: (inside: DataSource) => Promise<void>): Promise<void> {
    const runner = db.createQueryRunner()
    const query = (sql: string, parameters?: unknown[]) => db.query(sql, parameters, runner)
    const inside: DataSource = Object.create(db, { query: { value: query } })
    await runner.startTransaction()
    queries = familyOf(inside)
    try {
      await act(inside)
    } finally {
      queries = familyOf(db)
      await runner.rollbackTransaction()
      await runner.release()
    }
  }
}
