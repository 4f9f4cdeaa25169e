import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { readState } from '../../schema/testing/read-state.ts'
import { harvest } from './harvest.ts'
import type { ListedMessage } from './sources/message-source.ts'
import { SourceError } from './sources/source-error.ts'
import { expectMigratedLinks } from './writing/testing/expect-migrated-links.ts'
import { literal } from './writing/testing/literal.ts'
import { literalSources } from './writing/testing/literal-sources.ts'
import { openClan, SCHEMA_STATES } from './writing/testing/open-clan.ts'

const NOW = '2025-12-01T00:00:00.000000Z'
const EVERYBODY = ['Bob', 'bob', 'Jo_hn', 'Élan', 'Straße'].map((name) => literal.member(name))
const BROKEN = new SourceError({ kind: 'unreadable', reason: 'half a JSON' })

let directory: string
let db: DataSource
let files = 0

async function harvested(channels: Readonly<Record<string, readonly (readonly ListedMessage[] | Error)[]>>) {
  const sources = literalSources({ members: EVERYBODY, channels })
  const { messages, failures } = await harvest(db, sources, { now: NOW })
  return { messages, failures, asked: sources.asked.filter((question) => question.includes('after')) }
}

async function ids(): Promise<readonly string[]> {
  const rows: { readonly id: string }[] = await db.query(
    'SELECT CAST(id AS text) AS id FROM discord_messages WHERE channel_id IS NOT NULL ORDER BY discord_messages.id',
  )
  return rows.map(({ id }) => id)
}

/** Beyond what a number holds exactly. */
function by(author: string, id: number, channelId = '10') {
  return literal.message(`13186729051285760${id}`, author, { channelId })
}

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'harvest-messages-'))
})

after(() => rm(directory, { recursive: true }))

for (const state of SCHEMA_STATES) {
  describe(`the messages that a harvest stores, on the schema at ${state}`, () => {
    beforeEach(async () => {
      db = await openClan(join(directory, `${++files}.db`), state)
    })

    afterEach(async () => {
      await expectMigratedLinks(db)
      await db.destroy()
    })

    it('are stored with every value, ids to the last digit', async () => {
      await harvested({
        10: [[{ ...by('Bob', 11), authorId: '9223372036854775807', guildName: 'The Clan' }]],
      })
      const columns = 'author_name, content, channel_name, guild_name, created_at'
      const exact = ['id', 'author_id', 'channel_id', 'guild_id'].map((id) => `CAST(${id} AS text) AS ${id}`)
      expect(
        await db.query(`SELECT ${columns}, ${exact} FROM discord_messages WHERE channel_id = 10`),
      ).to.deep.equal([
        {
          author_name: 'Bob',
          content: 'Bob says 1318672905128576011',
          channel_name: 'general',
          guild_name: 'The Clan',
          created_at: '2025-12-10 10:00:00.000000',
          id: '1318672905128576011',
          author_id: '9223372036854775807',
          channel_id: '10',
          guild_id: '431198200547344401',
        },
      ])
    })

    it('go on from the newest of the channel, whatever is newer in others', async () => {
      const first = await harvested({ 10: [[by('Bob', 11), by('bob', 12)]], 20: [[by('Bob', 50, '20')]] })
      expect(first.asked).to.deep.equal(['10 after null', '20 after null'])
      const second = await harvested({
        10: [[by('Bob', 12), by('MEE6', 13)], [by('bob', 14)]],
        20: [[by('Bob', 51, '20')]],
      })
      expect(second.asked).to.deep.equal(['10 after 1318672905128576012', '20 after 1318672905128576050'])
      expect(second.messages).to.deep.equal({ stored: 3, skipped: 0 })
      expect(await ids()).to.deep.equal([11, 12, 13, 14, 50, 51].map((id) => `13186729051285760${id}`))
    })

    it('are passed over where the id is stored, in this channel or none, or comes twice', async () => {
      const known = literal.message('1318672905128575079', 'Somebody', { channelId: '10' })
      const before = await readState(db)
      const { messages } = await harvested({ 10: [[known], [by('Bob', 11), by('bob', 11)]] })
      expect(messages).to.deep.equal({ stored: 1, skipped: 2 })
      const now = await readState(db)
      expect(now.rows.discord_messages).to.include.members([...(before.rows.discord_messages ?? [])])
      expect(await db.query('SELECT author_name FROM discord_messages WHERE channel_id = 10')).to.deep.equal([
        { author_name: 'Bob' },
      ])
    })

    it('of a page that fails cost that page: the pages before stay, the next channel goes on', async () => {
      const first = await harvested({
        10: [[by('Bob', 11)], BROKEN, [by('Bob', 13)]],
        20: [[by('Bob', 50, '20')]],
      })
      expect(first.failures).to.deep.equal([
        { source: 'channel', of: '10', kind: 'unreadable', reason: 'half a JSON' },
      ])
      expect(await ids()).to.deep.equal(['1318672905128576011', '1318672905128576050'])
      const second = await harvested({ 10: [[by('Bob', 12)], [by('Bob', 13)]], 20: [] })
      expect(second.asked[0]).to.equal('10 after 1318672905128576011')
      expect((await ids()).slice(0, 3)).to.deep.equal([11, 12, 13].map((id) => `13186729051285760${id}`))
    })

    it('are text, also where half a character was sent', async () => {
      await harvested({ 10: [[{ ...by('Bob', 11), content: 'x\ud800' }]] })
      expect(await db.query('SELECT content FROM discord_messages WHERE channel_id = 10')).to.deep.equal([
        { content: 'x\ufffd' },
      ])
    })

    it('of a page are stored all together or not at all', async () => {
      await db.query(`CREATE TRIGGER no_room BEFORE INSERT ON discord_messages
        WHEN NEW.id = 250 BEGIN SELECT RAISE(ABORT, 'no room'); END`)
      const pages = [0, 100].map((from) =>
        Array.from({ length: 100 + from }, (_, index) => literal.message(String(from + index + 1), 'Jo_hn')),
      )
      expect(await harvested({ 1: pages }).catch(String)).to.contain('no room')
      expect(await ids()).to.have.length(100)
      await db.query('DROP TRIGGER no_room')
      expect((await harvested({ 1: pages })).messages).to.deep.equal({ stored: 200, skipped: 0 })
    })

    it('may be many in a page', async () => {
      const many = Array.from({ length: 250 }, (_, index) => literal.message(String(index + 1), 'Jo_hn'))
      const twice = [...many, ...many.slice(0, 150)]
      expect((await harvested({ 1: [twice] })).messages).to.deep.equal({ stored: 250, skipped: 150 })
    })
  })
}
