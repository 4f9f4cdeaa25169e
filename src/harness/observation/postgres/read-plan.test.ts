import { after, before, describe } from 'node:test'
import { expect } from 'chai'
import type { OpenTarget } from '../../target/open-target.ts'
import { observePlans } from '../observe-plans.ts'
import { observeSentPlans } from '../observe-sent-plans.ts'
import { databasePool, skipped, testOnPostgres } from './temporary-database.test.ts'

const SCHEMA = `CREATE TABLE members (id bigint PRIMARY KEY, name varchar, role text);
  CREATE TABLE snapshots (id bigint PRIMARY KEY, user_id bigint, at timestamptz, xp bigint, name varchar);
  CREATE INDEX ix_user ON snapshots (user_id, at); CREATE INDEX ix_at ON snapshots (at);
  CREATE INDEX ix_lower ON snapshots (lower(name)); CREATE INDEX ix_xp ON snapshots (xp);
  CREATE UNIQUE INDEX uq_name ON members (name);
  INSERT INTO members SELECT i, 'member ' || i FROM generate_series(1, 100) i;
  INSERT INTO snapshots SELECT i, i % 100, timestamptz '2025-01-01Z' + i * interval '1 min', i, 'Player ' || i % 100 FROM generate_series(1, 5000) i;
  ANALYZE`

describe('plans of PostgreSQL', () => {
  const databases = databasePool()
  let target: OpenTarget
  before(async () => {
    if (skipped === false) target = await databases.open(SCHEMA)
  })
  after(async () => {
    if (skipped === false) await target[Symbol.asyncDispose]()
    await databases.drop()
  })
  const planOf = async (sql: string) => {
    const [plan] = await observePlans(target, [{ name: 'q', sql }])
    if (plan === undefined) throw new Error('There is no plan.')
    return plan
  }
  const readsOf = async (sql: string) =>
    (await planOf(sql)).reads.map(({ tables, how, step }) => `${how} ${tables}: ${step}`)

  const reads: readonly (readonly [string, string, string])[] = [
    ['a key', 'SELECT xp FROM snapshots WHERE user_id = :user AND at > :since', 'search snapshots'],
    ['a key of a link', 'SELECT xp FROM snapshots WHERE user_id = (SELECT 3)', 'search snapshots'],
    ['an expression', "SELECT id FROM snapshots WHERE lower(name) = 'a AND b = (c'", 'search snapshots'],
    ['a list of keys', 'SELECT xp FROM snapshots WHERE id IN (1, 2, 3)', 'search snapshots'],
    ['NULL', 'SELECT xp FROM snapshots WHERE user_id IS NULL', 'search snapshots'],
    ['a row by where it lies', "SELECT xp FROM snapshots WHERE ctid = '(0,1)'", 'search snapshots'],
    ['a range', 'SELECT xp FROM snapshots WHERE xp > 4990', 'range snapshots'],
    [
      'a range with a key behind it',
      'SELECT at FROM snapshots WHERE at = now() AND user_id > 3 AND id > 0',
      'search snapshots',
    ],
  ]
  for (const [what, sql, expected] of reads) {
    testOnPostgres(`seek ${what}`, async () => {
      const found = await planOf(sql)
      expect(found.reads.map(({ tables, how }) => `${how} ${tables}`)).to.deep.equal([expected])
      expect(found.scans).to.deep.equal([])
    })
  }

  testOnPostgres('have a line a node, with its conditions', async () => {
    expect(await readsOf('SELECT role FROM members m WHERE name = :name')).to.deep.equal([
      'search members: Index Scan using uq_name on members m (Index Cond: ((name)::text = $1))',
    ])
  })

  testOnPostgres('call an index without its first column a range', async () => {
    const second = await planOf('SELECT user_id, at FROM snapshots WHERE at > now() AND user_id > 3')
    expect(second.reads.map(({ how }) => how)).to.deep.equal(['range'])
  })

  testOnPostgres('take bitmaps apart', async () => {
    const found = await planOf("SELECT * FROM snapshots WHERE user_id = 1 OR lower(name) = 'x'")
    expect(found.reads.map(({ tables, how }) => `${how} ${tables}`)).to.deep.equal(['search snapshots'])
    expect(found.indexes).to.deep.equal(['ix_lower', 'ix_user'])
    const mixed = await planOf("SELECT * FROM snapshots WHERE lower(name) = 'x' OR xp > 4990")
    expect(mixed.reads.map(({ how }) => how)).to.deep.equal(['range'])
  })

  testOnPostgres('tell scans of a table, of an index and of a covering index apart', async () => {
    const scans = async (sql: string) => (await planOf(sql)).scans
    expect(await scans('SELECT role FROM members')).to.deep.equal([{ table: 'members', by: 'table' }])
    expect(await scans('SELECT * FROM snapshots ORDER BY at LIMIT 5')).to.deep.equal([
      { table: 'snapshots', by: 'index' },
    ])
    expect(await scans('SELECT count(*) FROM snapshots')).to.have.length(1)
    expect(await scans('SELECT at FROM snapshots ORDER BY at')).to.deep.equal([
      { table: 'snapshots', by: 'covering index' },
    ])
  })

  testOnPostgres('see tables within subqueries, common table expressions, unions and laterals', async () => {
    const { reads: found, sortedTables } =
      await planOf(`WITH latest AS MATERIALIZED (SELECT user_id, max(at) AS at FROM snapshots GROUP BY user_id)
      SELECT m.id, l.at, (SELECT count(*) FROM snapshots s WHERE s.user_id = m.id), x.id
      FROM members m JOIN latest l ON l.user_id = m.id
        CROSS JOIN LATERAL (SELECT id FROM snapshots z WHERE z.user_id = m.id ORDER BY at DESC LIMIT 1) AS x
      WHERE m.id IN (SELECT id FROM members WHERE name = 'a' UNION ALL SELECT 3)`)
    expect(found.map(({ tables }) => tables[0]).sort()).to.deep.equal([
      'members',
      'members',
      'snapshots',
      'snapshots',
      'snapshots',
    ])
    expect(sortedTables?.flat()).not.to.include('snapshots')
  })

  testOnPostgres(
    'name what is sorted, and which tables it comes from; ties that are put in order are no sort',
    async () => {
      const found = await planOf(
        'SELECT m.name, s.xp FROM members m JOIN snapshots s ON s.user_id = m.id ORDER BY m.role, s.xp',
      )
      expect(found.sorts).to.deep.equal(['m.role, s.xp'])
      expect(found.sortedTables?.map((tables) => [...tables].sort())).to.deep.equal([
        ['members', 'snapshots'],
      ])
      expect(
        (await planOf('SELECT id FROM snapshots WHERE user_id = 3 ORDER BY at DESC, id DESC LIMIT 1')).sorts,
      ).to.deep.equal([])
    },
  )

  testOnPostgres('have steps without counts, and what running took where it could be run', async () => {
    const { steps, actual } = await planOf('SELECT count(*) FROM snapshots WHERE user_id = 3')
    expect(steps[0]).to.equal('Aggregate')
    expect(steps.join('\n')).not.to.match(/rows|cost|time/)
    expect(actual?.rows).to.equal(1)
    expect((actual?.sharedHit ?? 0) + (actual?.sharedRead ?? 0)).to.be.greaterThan(0)
    expect(await planOf('SELECT xp FROM snapshots WHERE user_id = :user')).not.to.have.property('actual')
  })

  testOnPostgres('explain what writes without running it', async () => {
    expect(await planOf('DELETE FROM members WHERE id = 3')).not.to.have.property('actual')
    const locked = await planOf('SELECT id FROM members WHERE id = 3 FOR UPDATE')
    expect(locked).not.to.have.property('actual')
    expect(locked.reads.map(({ how }) => how)).to.deep.equal(['search'])
  })

  testOnPostgres('go on after a query that is not understood', async () => {
    const plans = observePlans(target, [{ name: 'q', sql: 'SELECT nowhere FROM members WHERE id = :id' }])
    expect(await plans.catch(String)).to.contain('nowhere')
    const again = [1, 2].map((at) => ({ name: `${at}`, sql: 'SELECT id FROM members WHERE id = :id' }))
    expect((await observePlans(target, again)).map(({ indexes }) => indexes[0])).to.deep.equal([
      'members_pkey',
      'members_pkey',
    ])
  })

  testOnPostgres('are asked on the connection of the product, which is left as it was', async () => {
    const product = await target.dataSource().initialize()
    try {
      const [plan, writing] = await observeSentPlans(product, 'postgres', [
        { name: 'seek', sql: 'SELECT id FROM members WHERE name = $1', parameters: ['member 3'] },
        { name: 'write', sql: 'DELETE FROM members WHERE id = $1', parameters: [3] },
      ])
      expect(plan).to.deep.include({ scans: [], indexes: ['uq_name'] })
      expect(plan?.actual?.rows).to.equal(1)
      expect(writing?.actual).to.equal(undefined)
      const [left] = await product.query(
        "SELECT current_setting('enable_seqscan') AS s, (SELECT count(*) FROM members) AS n",
      )
      expect(left).to.deep.equal({ s: 'on', n: '100' })
    } finally {
      await product.destroy()
    }
  })
})
