import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { Between, type DataSource, In, IsNull, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm'
import { ClanDataSource } from '../clan-data-source.ts'
import { BossSnapshot } from '../entities/boss-snapshot.ts'
import { ClanMember } from '../entities/clan-member.ts'
import { DiscordMessage } from '../entities/discord-message.ts'
import { WomSnapshot } from '../entities/wom-snapshot.ts'
import { makeDatabase, type TestDatabase, WITHOUT_POSTGRES } from '../testing/open-postgres.ts'
import { openSchema } from '../testing/open-schema.ts'

const NOON = '2025-12-22T12:00:00.000001Z'
const NEXT = '2025-12-22T12:00:00.000002Z'

let database: TestDatabase
let dataSource: DataSource

async function typeorm(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'node_modules/typeorm/cli.js', command, '--dataSource', 'ormconfig.ts'],
    {
      cwd: join(import.meta.dirname, '../../..'),
      env: { ...process.env, NO_COLOR: '1', STAGEGATE_DATABASE_URL: database.url },
    },
  )
  return stdout
}

describe('ClanDataSource on PostgreSQL', { skip: WITHOUT_POSTGRES }, () => {
  beforeEach(async () => {
    database = await makeDatabase()
    dataSource = await openSchema(database.url)
  })

  afterEach(async () => {
    await dataSource.destroy()
    await database[Symbol.asyncDispose]()
  })

  it('reads values as the product knows them from SQLite', async () => {
    const [row] = await dataSource.query(
      `SELECT 9223372036854775807 AS large, -9007199254740992 AS low, 7::bigint AS small, 1.5::float8 AS real,
         '2025-12-22 16:00:00.5+01'::timestamptz AS moment, NULL AS missing, '{"b": 1, "a":2}'::json AS json,
         sum(n) AS total, avg(n) AS average, count(*) AS rows, 'infinity'::timestamptz AS never
       FROM (VALUES (1::bigint), (2)) AS v (n)`,
    )
    expect(row).to.deep.equal({
      large: 9223372036854775807n,
      low: -9007199254740992n,
      small: 7,
      real: 1.5,
      moment: '2025-12-22 15:00:00.500000+00:00',
      missing: null,
      json: '{"b": 1, "a":2}',
      total: 3,
      average: 1.5,
      rows: 2,
      never: 'infinity',
    })
  })

  it('takes ? placeholders, from an entity manager in a transaction, too', async () => {
    const sql = `SELECT ?::bigint AS id, '?' AS mark, ? || 'b' AS text`
    const expected = [{ id: 1318672905128575079n, mark: '?', text: 'ab' }]
    expect(await dataSource.query(sql, [1318672905128575079n, 'a'])).to.deep.equal(expected)
    await dataSource.transaction(async (manager) => {
      expect(await manager.query(sql, ['1318672905128575079', 'a'])).to.deep.equal(expected)
    })
  })

  it('keeps what else its user wants of the session', async () => {
    const reading = new ClanDataSource({
      type: 'postgres',
      url: database.url,
      extra: { options: '-c default_transaction_read_only=on', max: 1 },
    })
    await reading.initialize()
    const outcome = await reading.query('CREATE TABLE t ()').catch(String)
    const zone = await reading.query('SHOW TimeZone')
    await reading.destroy()
    expect(outcome).to.contain('read-only transaction')
    expect(zone).to.deep.equal([{ TimeZone: 'UTC' }])
  })

  for (const id of ['1318672905128575079', '9223372036854775807']) {
    it(`carries the 64-bit id ${id} exactly: save, find, update, where`, async () => {
      await dataSource.runMigrations()
      const messages = dataSource.getRepository(DiscordMessage)
      const message = { id, authorId: id, channelId: id, guildId: id, content: 'hello', createdAt: NOON }
      await messages.save(messages.create(message))
      expect(await messages.findOneByOrFail({ id })).to.include(message)
      expect(await messages.findOneByOrFail({ authorId: In([id]) })).to.include({ id })
      expect(await messages.countBy({ guildId: MoreThanOrEqual(id) })).to.equal(1)
      expect(await messages.countBy({ id: LessThan(id) })).to.equal(0)
      await messages.save({ ...(await messages.findOneByOrFail({ channelId: id })), content: 'changed' })
      await messages.update({ id }, { authorName: 'Bob' })
      const [raw] = await dataSource.query('SELECT * FROM discord_messages')
      expect(raw).to.include({
        id: BigInt(id),
        author_id: BigInt(id),
        content: 'changed',
        author_name: 'Bob',
      })
      await messages.remove(await messages.findOneByOrFail({ id }))
      expect(await messages.count()).to.equal(0)
    })
  }

  it('stores and finds moments to the microsecond, and writes none that nobody changed', async () => {
    await dataSource.runMigrations()
    const members = dataSource.getRepository(ClanMember)
    const messages = dataSource.getRepository(DiscordMessage)
    await members.save(members.create({ username: 'Bob', joinedAt: NOON }))
    await messages.insert({ id: '1', createdAt: NOON })
    for (const moment of [NOON, In([NEXT, NOON]), Between('2025-12-22T12:00:00Z', NOON), LessThan(NEXT)]) {
      expect(await members.countBy({ joinedAt: moment })).to.equal(1)
      expect(await messages.countBy({ createdAt: moment })).to.equal(1)
    }
    expect(await messages.countBy({ createdAt: MoreThan(NOON) })).to.equal(0)
    expect(await members.countBy({ lastUpdated: IsNull() })).to.equal(1)
    const version = async () => await dataSource.query('SELECT ctid::text FROM clan_members')
    const before = await version()
    const [bob] = await members.find()
    expect(bob).to.include({ joinedAt: NOON })
    await members.save(bob ?? {})
    expect(await version()).to.deep.equal(before)
    await members.save({ ...bob, joinedAt: NEXT })
    expect(await dataSource.query('SELECT joined_at FROM clan_members')).to.deep.equal([
      { joined_at: '2025-12-22 12:00:00.000002+00:00' },
    ])
  })

  it('reads relations from both sides, pages, and upserts without giving another id', async () => {
    await dataSource.runMigrations()
    const members = dataSource.getRepository(ClanMember)
    const snapshots = dataSource.getRepository(WomSnapshot)
    const { id } = await members.save({ username: 'Bob', joinedAt: NOON })
    await members.save({ username: 'Ann', joinedAt: NEXT })
    await snapshots.insert([
      { id: 1, username: 'Bob', userId: id, timestamp: NOON },
      { id: 2, username: 'Gone', timestamp: NOON },
    ])
    await dataSource
      .getRepository(BossSnapshot)
      .insert({ id: 1, snapshotId: 1, womSnapshotId: 1, bossName: 'zulrah' })
    const read = await snapshots.find({ relations: { member: true, bosses: true }, order: { id: 'ASC' } })
    expect(read.map(({ member, bosses }) => [member?.username ?? null, bosses.length])).to.deep.equal([
      ['Bob', 1],
      [null, 0],
    ])
    const [second] = await members.find({
      relations: { snapshots: true },
      order: { joinedAt: 'DESC' },
      skip: 1,
      take: 1,
    })
    expect([second?.joinedAt, second?.snapshots[0]?.timestamp]).to.deep.equal([NOON, NOON])
    await members.upsert({ username: 'Bob', role: 'owner' }, ['username'])
    expect(await members.findOneByOrFail({ username: 'Bob' })).to.include({ id, role: 'owner' })
  })

  it("serves TypeORM's command line by STAGEGATE_DATABASE_URL", async () => {
    expect(await typeorm('migration:run')).to.contain(
      'NormalizeUserIds1766426400000 has been executed successfully',
    )
    expect(await typeorm('schema:log')).to.contain('Your schema is up to date')
    expect(await typeorm('migration:revert')).to.contain(
      'NormalizeUserIds1766426400000 has been reverted successfully',
    )
    expect(await typeorm('migration:show')).to.match(/\[X\] 5 AddMissingIndexes\d+\s+\[ \] NormalizeUserIds/)
  })
})
