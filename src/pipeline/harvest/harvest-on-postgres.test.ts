import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource, Logger } from 'typeorm'
import { WITHOUT_POSTGRES } from '../../schema/testing/open-postgres.ts'
import { migrateUpTo } from '../../schema/testing/open-schema.ts'
import { clanRowsOn } from '../testing/clan-rows-on.ts'
import { type TemporarySchema, temporarySchema } from '../testing/temporary-schema.ts'
import { harvest } from './harvest.ts'
import { EVENTFUL } from './writing/testing/eventful.ts'
import { literal } from './writing/testing/literal.ts'
import { literalSources } from './writing/testing/literal-sources.ts'
import { rowsByName } from './writing/testing/rows-by-name.ts'

const EVERYBODY = ['Bob', 'bob', 'Jo_hn', 'Élan', 'Straße'].map((name) => literal.member(name))
const NOW = '2025-12-05T12:00:00.000000Z'

/** Statements on whose both sides a harvest that ends there is worth a look. */
const TELLING = /INSERT INTO clan_members|setval/

describe('a harvest on PostgreSQL', { skip: WITHOUT_POSTGRES }, () => {
  let schema: TemporarySchema
  let db: DataSource

  before(async () => {
    schema = await migrated()
    db = schema.db
  })

  after(() => schema[Symbol.asyncDispose]())

  it('stores U+0000 as half a character is stored, and links by the name as it is stored', async () => {
    const members = [
      ...EVERYBODY.slice(1),
      literal.member('Bob', { role: 'gen\0eral' }),
      literal.member('X\ufffd'),
    ]
    const snapshot = literal.snapshot('2025-12-05 10:00', {
      bosses: [{ name: 'zul\0rah', kills: 7, rank: null }],
      rawData: JSON.stringify({ note: '\0' }),
    })
    const said = literal.message('5', 'x\0', { content: 'a\0b', channelName: '\0', guildName: 'g\0' })
    const sources = () =>
      literalSources({ members, snapshots: { Bob: [snapshot] }, channels: { 1: [[said]] } })
    const { failures } = await harvest(db, sources(), { now: NOW })
    expect(failures).to.deep.equal([])
    expect(
      await db.query(
        `SELECT author_name, content, channel_name, guild_name, member.username
         FROM discord_messages AS message JOIN clan_members AS member ON member.id = message.user_id
         WHERE message.id = 5`,
      ),
    ).to.deep.equal([
      {
        ...{ author_name: 'x\ufffd', content: 'a\ufffdb', channel_name: '\ufffd', guild_name: 'g\ufffd' },
        username: 'X\ufffd',
      },
    ])
    expect(await db.query(`SELECT role FROM clan_members WHERE username = 'Bob'`)).to.deep.equal([
      { role: 'gen\ufffderal' },
    ])
    expect(
      await db.query(
        `SELECT boss_name, raw_data FROM boss_snapshots AS boss JOIN wom_snapshots AS snapshot ON snapshot.id = snapshot_id
         WHERE kills = 7 AND boss.id > 4`,
      ),
    ).to.deep.equal([{ boss_name: 'zul\ufffdrah', raw_data: '{"note":"\\u0000"}' }])
    // What is stored is what is read again: nothing is left to be written.
    expect((await harvest(db, sources(), { now: NOW })).members.updated).to.deep.equal([])
  })

  it('gives ids after the largest that there ever was, whoever has given it', async () => {
    const largest = async () => (await db.query('SELECT max(id) AS id FROM clan_members'))[0].id
    const before = await largest()
    await db.query('INSERT INTO clan_members (id, username) VALUES (?, ?)', [before + 10, 'By hand'])
    const members = [...EVERYBODY, literal.member('By hand'), literal.member('X\ufffd')]
    await harvest(db, literalSources({ members: [...members, literal.member('Ann')] }), { now: NOW })
    expect(await largest()).to.equal(before + 11)
    await harvest(db, literalSources({ members }), { now: NOW })
    await db.query(`INSERT INTO clan_members (username) VALUES ('By default')`)
    expect(await largest()).to.equal(before + 12)
  })

  it('that is killed and repeated leaves what an undisturbed one leaves, ids and the next one too', async () => {
    await using quiet = await migrated()
    const statements: string[] = []
    quiet.db.logger = loggerThat((sql) => statements.push(sql))
    await harvest(quiet.db, EVENTFUL.sources(), { now: EVENTFUL.now })
    quiet.db.logger = loggerThat(() => {})
    const undisturbed = await contentsOf(quiet.db)
    // Where somebody has been given an id, where the ids are settled, and here and there.
    const killed = statements.flatMap((sql, at) => (TELLING.test(sql) || at % 20 === 1 ? [at, at + 1] : []))
    expect(killed.length).to.be.greaterThan(10)
    for (const last of killed) {
      await using disturbed = await migrated()
      await abandoned(disturbed.db, last)
      await harvest(disturbed.db, EVENTFUL.sources(), { now: EVENTFUL.now })
      expect(await contentsOf(disturbed.db), `after statement ${last}`).to.deep.equal(undisturbed)
    }
  })
})

async function migrated(): Promise<TemporarySchema> {
  const schema = await temporarySchema('PostgreSQL')
  await migrateUpTo(schema.db, 'DedupSnapshots')
  for (const sql of clanRowsOn('PostgreSQL')) await schema.db.query(sql)
  await schema.db.runMigrations()
  return schema
}

/** Sends so many statements and then no more; the server takes back what was not ended when the connections go. */
async function abandoned(db: DataSource, statements: number): Promise<void> {
  let left = statements
  db.logger = loggerThat(() => {
    if (left === 0) throw new Error('killed')
    left -= 1
  })
  const outcome = await harvest(db, EVENTFUL.sources(), { now: EVENTFUL.now }).catch((error: Error) => error)
  expect(outcome).to.have.property('message', 'killed')
  db.logger = loggerThat(() => {})
  await db.destroy()
  await db.initialize()
}

/** Rows with their ids, and the id that comes next. */
async function contentsOf(db: DataSource) {
  return {
    rows: await rowsByName(db, { linked: true }),
    ids: await db.query('SELECT id, username FROM clan_members ORDER BY id'),
    next: await db.query('SELECT last_value, is_called FROM clan_members_id_seq'),
  }
}

function loggerThat(logQuery: (sql: string) => void): Logger {
  const nothing = () => {}
  return {
    logQuery,
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  }
}
