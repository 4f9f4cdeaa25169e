import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { CLAN_ROWS, HAND_MADE } from '../../schema/testing/clan-rows.ts'
import { migrateUpTo, openSchema } from '../../schema/testing/open-schema.ts'
import { normaliseUsername } from '../usernames.ts'
import { analyticsContract } from './analytics.contract.ts'
import { analyticsByUsername } from './analytics-by-username.ts'

const keyOf = async (_db: DataSource, username: string) => normaliseUsername(username)

describe('analyticsByUsername', () => {
  analyticsContract({ at: 'DedupSnapshots', analytics: analyticsByUsername, keyOf })
  analyticsContract({ at: 'head', analytics: analyticsByUsername, keyOf })

  for (const [state, made] of [
    ['made by migrations', []],
    ['with what production has by hand', HAND_MADE],
  ] as const) {
    describe(`on names that normalise alike, ${state}`, () => {
      let directory: string
      let db: DataSource

      before(async () => {
        directory = await mkdtemp(join(tmpdir(), 'pipeline-by-username-'))
        db = await openSchema(join(directory, 'clan.db'))
        await migrateUpTo(db, 'DedupSnapshots')
        for (const sql of [...CLAN_ROWS, ...made]) await db.query(sql)
        await db.query("INSERT INTO clan_members (username) VALUES ('___'), ('')")
        await db.query(
          "INSERT INTO wom_snapshots (id, username, timestamp) VALUES (99, '___', '2025-12-04 00:00:00.000000+00:00')",
        )
      })

      after(async () => {
        await db.destroy()
        await rm(directory, { recursive: true })
      })

      it('takes them for one, and members without letter or digit for nobody', async () => {
        const analytics = analyticsByUsername(db)
        const latest = await analytics.latestSnapshots()
        expect([...latest].map(([name, { id }]) => [name, id]).sort()).to.deep.equal([
          ['bob', 9],
          ['élan', 3],
        ])
        const first = await analytics.firstSnapshotsSince('2025-12-01T00:00:00.000001Z')
        expect([...first].map(([name, { id }]) => [name, id])).to.deep.equal([['bob', 9]])
        const counts = await analytics.messageCountsSince('0001-01-01T00:00:00Z')
        expect(Object.fromEntries(counts)).to.deep.equal({ bob: 3, élan: 1, strasse: 1, john: 2 })
        expect(await analytics.member('___')).to.equal(null)
        expect(await analytics.member('Gone')).to.equal(null)
      })

      it('normalises the name that is asked for, and answers with the first of its members', async () => {
        for (const name of ['bob', ' B O B ', 'b_ob']) {
          const bob = await analyticsByUsername(db).member(name)
          expect(bob).to.include({ username: 'Bob', role: 'owner', snapshots: 3, messages: 3 })
          expect(bob?.latestSnapshot?.id).to.equal(9)
          expect(bob?.lastMessageAt).to.equal('2025-12-01T10:00:06.000000Z')
        }
      })
    })
  }
})
