import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { Between, DataSource, type DataSourceOptions, In, LessThan, MoreThan, Not } from 'typeorm'
import { ClanMember } from './entities/clan-member.ts'
import { DiscordMessage } from './entities/discord-message.ts'
import { WomSnapshot } from './entities/wom-snapshot.ts'
import { openSchema } from './testing/open-schema.ts'

const MOMENT = '2025-03-30T02:30:00.123456Z'
/** One microsecond later: the same to anything that counts in milliseconds. */
const NEXT = '2025-03-30T02:30:00.123457Z'
/** An hour later. In zones that skip the hour from two to three, both are the same time on the wall. */
const HOUR_LATER = '2025-03-30T03:30:00.123456Z'

/** What another process in another zone stores, reads, finds and changes; printed as JSON. */
const PROGRAM = `
  import { DiscordMessage } from './entities/discord-message.ts'
  import { openSchema } from './testing/open-schema.ts'
  const dataSource = await openSchema(process.argv[1])
  await dataSource.runMigrations()
  const messages = dataSource.getRepository(DiscordMessage)
  await messages.save({ id: '1', createdAt: '${MOMENT}' })
  await messages.save({ id: '2', createdAt: new Date(Date.UTC(2025, 0, 1)) })
  const read = (await messages.find({ order: { id: 'ASC' } })).map((message) => message.createdAt)
  const found = await messages.countBy({ createdAt: '${MOMENT}' })
  await messages.save({ id: '1', createdAt: '${HOUR_LATER}' })
  const stored = await dataSource.query('SELECT created_at FROM discord_messages ORDER BY id')
  console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), read, found, stored }))
  await dataSource.destroy()
`

let directory: string
let dataSource: DataSource

async function stored(): Promise<object> {
  const [row] = await dataSource.query(
    `SELECT (SELECT joined_at FROM clan_members) AS member, (SELECT timestamp FROM wom_snapshots) AS snapshot,
       (SELECT created_at FROM discord_messages) AS message`,
  )
  return row
}

async function changes(): Promise<number> {
  const [row] = await dataSource.query('SELECT total_changes() AS changes')
  return row.changes
}

describe('ClanDataSource', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-data-source-'))
    dataSource = await openSchema(join(directory, 'clan.db'))
    await dataSource.runMigrations()
    await dataSource.getRepository(ClanMember).save({ username: 'Bob', joinedAt: MOMENT })
    await dataSource.getRepository(WomSnapshot).save({ id: 1, username: 'Bob', timestamp: MOMENT })
    await dataSource.getRepository(DiscordMessage).save({ id: '1', createdAt: MOMENT })
  })

  afterEach(async () => {
    await dataSource.destroy()
    await rm(directory, { recursive: true })
  })

  it('stores microseconds, and the zone where the column has always had it', async () => {
    expect(await stored()).to.deep.equal({
      member: '2025-03-30 02:30:00.123456+00:00',
      snapshot: '2025-03-30 02:30:00.123456+00:00',
      message: '2025-03-30 02:30:00.123456',
    })
  })

  it('updates by query in the same form', async () => {
    await dataSource.getRepository(ClanMember).update({ username: 'Bob' }, { joinedAt: NEXT })
    await dataSource.getRepository(WomSnapshot).upsert({ id: 1, username: 'Bob', timestamp: NEXT }, ['id'])
    await dataSource
      .createQueryBuilder()
      .update(DiscordMessage)
      .set({ createdAt: NEXT })
      .where({ createdAt: MOMENT })
      .execute()
    expect(await stored()).to.deep.equal({
      member: '2025-03-30 02:30:00.123457+00:00',
      snapshot: '2025-03-30 02:30:00.123457+00:00',
      message: '2025-03-30 02:30:00.123457',
    })
  })

  it('saves a change of one microsecond', async () => {
    for (const [entity, where, change] of [
      [ClanMember, { username: 'Bob' }, { joinedAt: NEXT }],
      [WomSnapshot, { id: 1 }, { timestamp: NEXT }],
      [DiscordMessage, { id: '1' }, { createdAt: NEXT }],
    ] as const) {
      const repository = dataSource.getRepository<object>(entity)
      await repository.save(Object.assign(await repository.findOneByOrFail(where), change))
      expect(await repository.findOneByOrFail(where)).to.include(change)
    }
  })

  it('writes nothing when nothing changed', async () => {
    const before = await changes()
    for (const entity of [ClanMember, WomSnapshot, DiscordMessage]) {
      const repository = dataSource.getRepository<object>(entity)
      await repository.save(await repository.find())
    }
    expect(await changes()).to.equal(before)
  })

  it('finds by a moment and by operators', async () => {
    const members = dataSource.getRepository(ClanMember)
    const messages = dataSource.getRepository(DiscordMessage)
    for (const [moment, found] of [
      [MOMENT, 1],
      [In([NEXT, MOMENT]), 1],
      [Between(MOMENT, NEXT), 1],
      [LessThan(NEXT), 1],
      [Not(MoreThan(MOMENT)), 1],
      [NEXT, 0],
      [MoreThan(MOMENT), 0],
    ] as const) {
      expect(await members.countBy({ joinedAt: moment }), String(moment)).to.equal(found)
      expect(await messages.countBy({ createdAt: moment }), String(moment)).to.equal(found)
    }
  })

  it('pages by a moment, with a relation joined', async () => {
    await dataSource.getRepository(ClanMember).save({ username: 'Ann', joinedAt: NEXT })
    await dataSource.getRepository(WomSnapshot).update({ id: 1 }, { member: { id: 1 } })
    const page = (skip: number) =>
      dataSource
        .getRepository(ClanMember)
        .find({ relations: { snapshots: true }, order: { joinedAt: 'DESC' }, skip, take: 1 })
    expect((await page(0)).map(({ joinedAt, snapshots }) => [joinedAt, snapshots])).to.deep.equal([
      [NEXT, []],
    ])
    const [bob] = await page(1)
    expect([bob?.joinedAt, bob?.snapshots[0]?.timestamp]).to.deep.equal([MOMENT, MOMENT])
  })

  it('declares the columns as datetime, and sees when the database does not', async () => {
    const types = await dataSource.query(
      `SELECT m.name || '.' || c.name AS "column" FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS c
       WHERE c.type = 'datetime' ORDER BY m.rowid, c.cid`,
    )
    expect(types.map(({ column }: { column: string }) => column)).to.have.members([
      'clan_members.joined_at',
      'clan_members.last_updated',
      'wom_snapshots.timestamp',
      'discord_messages.created_at',
      'wom_records.fetch_date',
    ])
    const builder = () => dataSource.driver.createSchemaBuilder().log()
    expect((await builder()).upQueries).to.deep.equal([])
    await dataSource.query('ALTER TABLE clan_members DROP COLUMN last_updated')
    await dataSource.query('ALTER TABLE clan_members ADD COLUMN last_updated text')
    expect((await builder()).upQueries.map(({ query }) => query).join()).to.contain('"last_updated" datetime')
  })

  it('is needed: a plain DataSource refuses to read moments that it has rounded', async () => {
    const plain = new DataSource(dataSource.options as DataSourceOptions)
    await plain.initialize()
    const outcome = await plain.getRepository(ClanMember).find().catch(String)
    await plain.destroy()
    expect(outcome).to.contain('open them with ClanDataSource')
  })

  for (const [zone, offset] of [
    ['Europe/Berlin', -60],
    ['Pacific/Marquesas', 570],
  ] as const) {
    it(`gives the same in the zone ${zone}`, async () => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', PROGRAM, join(directory, 'zone.db')],
        { cwd: import.meta.dirname, env: { ...process.env, TZ: zone } },
      )
      expect(JSON.parse(stdout)).to.deep.equal({
        offset,
        read: [MOMENT, '2025-01-01T00:00:00.000000Z'],
        found: 1,
        stored: [{ created_at: '2025-03-30 03:30:00.123456' }, { created_at: '2025-01-01 00:00:00.000000' }],
      })
    })
  }
})
