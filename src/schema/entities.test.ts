import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import { Between, type DataSource, In, IsNull, LessThan, MoreThanOrEqual } from 'typeorm'
import { BossSnapshot } from './entities/boss-snapshot.ts'
import { ClanMember } from './entities/clan-member.ts'
import { DiscordMessage } from './entities/discord-message.ts'
import { WomRecord } from './entities/wom-record.ts'
import { WomSnapshot } from './entities/wom-snapshot.ts'
import { openSchema } from './testing/open-schema.ts'

const LARGE = '1318672905128575079'
const LARGEST = '9223372036854775807'
const NOON = '2025-12-22T12:00:00.000001Z'

let directory: string
let dataSource: DataSource

describe('the entities', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-entities-'))
    dataSource = await openSchema(join(directory, 'clan.db'))
    await dataSource.runMigrations()
  })

  afterEach(async () => {
    await dataSource.destroy()
    await rm(directory, { recursive: true })
  })

  it('agree with the database: TypeORM would change nothing', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
    expect(upQueries.map(({ query }) => query)).to.deep.equal([])
  })

  it('leave alone the two indexes that production has by hand, and no other', async () => {
    await dataSource.query('CREATE INDEX idx_discord_author_lower ON discord_messages (lower(author_name))')
    await dataSource.query(
      'CREATE INDEX idx_wom_snapshots_username_timestamp ON wom_snapshots (username, timestamp)',
    )
    const changes = async (): Promise<readonly string[]> => {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
      return upQueries.map(({ query }) => query)
    }
    expect(await changes()).to.deep.equal([])
    for (const [name, on] of [
      ['idx_another_lower', 'discord_messages (lower(author_name))'],
      ['idx_another_timestamp', 'wom_snapshots (username, timestamp)'],
    ] as const) {
      await dataSource.query(`CREATE INDEX ${name} ON ${on}`)
      expect((await changes()).join(), name).to.match(new RegExp(`^DROP INDEX "?${name}"?$`))
      await dataSource.query(`DROP INDEX ${name}`)
    }
  })

  it('would disagree if a foreign key lost its action, and if it lost its name', async () => {
    for (const definition of [
      `/* CONSTRAINT "fk_boss_snapshots_wom_snapshot_id" FOREIGN KEY ("wom_snapshot_id") REFERENCES "wom_snapshots" */
       REFERENCES "wom_snapshots" ("id")`,
      `REFERENCES "wom_snapshots" ("id") ON DELETE CASCADE`,
    ]) {
      await dataSource.query('DROP INDEX idx_boss_snapshots_wom_snapshot_id')
      await dataSource.query('ALTER TABLE boss_snapshots DROP COLUMN wom_snapshot_id')
      await dataSource.query(`ALTER TABLE boss_snapshots ADD COLUMN wom_snapshot_id integer ${definition}`)
      await dataSource.query(
        'CREATE INDEX idx_boss_snapshots_wom_snapshot_id ON boss_snapshots (wom_snapshot_id)',
      )
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
      expect(upQueries).not.to.deep.equal([])
    }
  })

  for (const id of [LARGE, LARGEST]) {
    it(`carry the 64-bit id ${id} exactly: save, find, update, where`, async () => {
      const messages = dataSource.getRepository(DiscordMessage)
      const message = { id, authorId: id, channelId: id, guildId: id, content: 'hello', createdAt: NOON }
      await messages.save(messages.create(message))
      expect(await messages.findOneByOrFail({ id })).to.include(message)
      expect(await messages.findOneByOrFail({ authorId: In([id]) })).to.include({ id })
      expect(await messages.countBy({ guildId: MoreThanOrEqual(id) })).to.equal(1)
      expect(await messages.countBy({ id: LessThan(id) })).to.equal(0)
      const found = await messages.findOneByOrFail({ channelId: id })
      found.content = 'changed'
      await messages.save(found)
      await messages.update({ id }, { authorName: 'Bob' })
      const [raw] = await dataSource.query(
        'SELECT *, typeof(id) AS kind, typeof(author_id) AS other FROM discord_messages',
      )
      expect(raw).to.include({
        id: BigInt(id),
        author_id: BigInt(id),
        channel_id: BigInt(id),
        guild_id: BigInt(id),
      })
      expect(raw).to.include({ kind: 'integer', other: 'integer', content: 'changed', author_name: 'Bob' })
      expect(await messages.count()).to.equal(1)
      await messages.remove(await messages.findOneByOrFail({ id }))
      expect(await messages.count()).to.equal(0)
    })
  }

  it('write moments in the form that their column has always had', async () => {
    const members = dataSource.getRepository(ClanMember)
    const { id } = await members.save(members.create({ username: 'Bob', joinedAt: NOON }))
    await dataSource
      .getRepository(WomSnapshot)
      .insert({ id: 1, username: 'Bob', userId: id, timestamp: NOON })
    await dataSource.getRepository(DiscordMessage).insert({ id: '1', createdAt: NOON })
    await dataSource.getRepository(WomRecord).insert({ id: 1, username: 'Bob', fetchDate: NOON })
    expect(
      await dataSource.query(
        `SELECT (SELECT joined_at FROM clan_members) AS member, (SELECT timestamp FROM wom_snapshots) AS snapshot,
           (SELECT created_at FROM discord_messages) AS message, (SELECT fetch_date FROM wom_records) AS record`,
      ),
    ).to.deep.equal([
      {
        member: '2025-12-22 12:00:00.000001+00:00',
        snapshot: '2025-12-22 12:00:00.000001+00:00',
        message: '2025-12-22 12:00:00.000001',
        record: '2025-12-22 12:00:00.000001',
      },
    ])
    expect(await members.findOneByOrFail({ joinedAt: NOON })).to.include({ username: 'Bob', joinedAt: NOON })
    expect(await members.countBy({ joinedAt: Between('2025-12-22T12:00:00Z', NOON) })).to.equal(1)
    expect(await members.countBy({ lastUpdated: IsNull() })).to.equal(1)
  })

  it('write no moment again that nobody changed, even in a form of its own', async () => {
    await dataSource.query(
      `INSERT INTO clan_members (username, joined_at) VALUES ('Bob', '2025-12-22 12:00:00+00:00')`,
    )
    const members = dataSource.getRepository(ClanMember)
    const bob = await members.findOneByOrFail({ username: 'Bob' })
    expect(bob.joinedAt).to.equal('2025-12-22T12:00:00.000000Z')
    bob.role = 'owner'
    await members.save(bob)
    expect(await dataSource.query('SELECT joined_at, role FROM clan_members')).to.deep.equal([
      { joined_at: '2025-12-22 12:00:00+00:00', role: 'owner' },
    ])
  })

  it('read rows without a match, from both sides of a relation', async () => {
    const { id } = await dataSource.getRepository(ClanMember).save({ username: 'Bob' })
    const snapshots = dataSource.getRepository(WomSnapshot)
    await snapshots.insert([
      { id: 1, username: 'Bob', userId: id, timestamp: NOON },
      { id: 2, username: 'Gone', timestamp: NOON },
    ])
    await dataSource.getRepository(BossSnapshot).insert([
      { id: 1, snapshotId: 1, womSnapshotId: 1, bossName: 'zulrah' },
      { id: 2, snapshotId: 9, bossName: 'zulrah' },
    ])
    const read = await snapshots.find({ relations: { member: true, bosses: true }, order: { id: 'ASC' } })
    expect(read.map(({ member, bosses }) => [member?.username ?? null, bosses.length])).to.deep.equal([
      ['Bob', 1],
      [null, 0],
    ])
    const bosses = await dataSource
      .getRepository(BossSnapshot)
      .find({ relations: { snapshot: { member: true } } })
    expect(bosses.map(({ snapshot }) => snapshot?.member?.username ?? null)).to.deep.equal(['Bob', null])
    const [bob] = await dataSource
      .getRepository(ClanMember)
      .find({ relations: { snapshots: true, messages: true } })
    expect(bob?.snapshots.map((snapshot) => snapshot.id)).to.deep.equal([1])
    expect(bob?.messages).to.deep.equal([])
  })
})
