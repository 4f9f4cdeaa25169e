import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { harvest } from './harvest.ts'
import type { PlayerSnapshot } from './sources/clan-source.ts'
import { expectMigratedLinks } from './writing/testing/expect-migrated-links.ts'
import { literal } from './writing/testing/literal.ts'
import { literalSources } from './writing/testing/literal-sources.ts'
import { openClan, SCHEMA_STATES } from './writing/testing/open-clan.ts'

const EVERYBODY = ['Bob', 'bob', 'Jo_hn', 'Élan', 'Straße'].map((name) => literal.member(name))

let directory: string
let db: DataSource
let files = 0

/** What is stored of `Bob`, of whom this is answered. */
async function harvested(
  snapshots: readonly PlayerSnapshot[],
  now: string | Date = '2025-12-05T12:00:00.000000Z',
) {
  const sources = literalSources({ members: EVERYBODY, snapshots: { Bob: snapshots } })
  const { snapshots: counts, bosses } = await harvest(db, sources, { now })
  return { snapshots: counts, bosses, asked: sources.asked[1] }
}

async function timestamps() {
  const rows: { readonly timestamp: string }[] = await db.query(
    `SELECT timestamp FROM wom_snapshots WHERE username = 'Bob' AND id > 9 ORDER BY id`,
  )
  return rows.map(({ timestamp }) => timestamp)
}

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'harvest-snapshots-'))
})

after(() => rm(directory, { recursive: true }))

for (const state of SCHEMA_STATES) {
  describe(`the snapshots that a harvest stores, on the schema at ${state}`, () => {
    beforeEach(async () => {
      db = await openClan(join(directory, `${++files}.db`), state)
    })

    afterEach(async () => {
      await expectMigratedLinks(db)
      await db.destroy()
    })

    it('are stored with every value, and the bosses that were killed, in their order', async () => {
      const bosses = [
        { name: 'zulrah', kills: 1, rank: null },
        { name: 'vorkath', kills: 0, rank: 5 },
        { name: 'cerberus', kills: null, rank: null },
        { name: 'abyssal_sire', kills: 9007199254740991, rank: 2 },
        { name: 'hespori', kills: -1, rank: null },
      ]
      const counts = await harvested([
        literal.snapshot('2025-12-05 10:00', {
          totalXp: null,
          totalBossKills: 4_600_000_000,
          ehp: 7,
          ehb: 0.1,
          bosses,
        }),
      ])
      expect(counts.bosses).to.deep.equal({ stored: 2, skipped: 3 })
      const columns = 'id, username, timestamp, total_xp, total_boss_kills, ehp, ehb, raw_data'
      expect(
        await db.query(`SELECT ${columns}, typeof(total_boss_kills) AS type FROM wom_snapshots WHERE id > 9`),
      ).to.deep.equal([
        {
          id: 778,
          username: 'Bob',
          timestamp: '2025-12-05 10:00:00.000000+00:00',
          total_xp: null,
          total_boss_kills: 4_600_000_000,
          ehp: 7,
          ehb: 0.1,
          raw_data: '{"at":"2025-12-05 10:00"}',
          type: 'integer',
        },
      ])
      expect(
        await db.query(
          'SELECT id, snapshot_id, boss_name, kills, rank FROM boss_snapshots WHERE id > 4 ORDER BY id',
        ),
      ).to.deep.equal([
        { id: 5, snapshot_id: 778, boss_name: 'zulrah', kills: 1, rank: null },
        { id: 6, snapshot_id: 778, boss_name: 'abyssal_sire', kills: 9007199254740991, rank: 2 },
      ])
    })

    it('are asked for all the same where somebody has stored one of the future', async () => {
      await db.query(
        `INSERT INTO wom_snapshots (id, username, timestamp) VALUES (8, 'Bob', '2099-01-01 00:00:00.000000+00:00')`,
      )
      if (state === 'NormalizeUserIds') await db.query('UPDATE wom_snapshots SET user_id = 2 WHERE id = 8')
      const { snapshots } = await harvested([literal.snapshot('2025-12-04 08:00')])
      expect(snapshots.stored).to.equal(1)
    })

    it('are the first of each day, from the day after the newest stored one', async () => {
      const answered = [
        '2025-12-03 23:00',
        '2025-12-04 00:00',
        '2025-12-04 09:00',
        '2025-12-05 11:00',
        '2025-12-05 13:00',
      ]
      const { snapshots, asked } = await harvested(answered.map((moment) => literal.snapshot(moment)))
      expect(asked).to.equal('Bob 2025-12-04T00:00:00.000000Z 2025-12-05T12:00:00.000000Z')
      expect(snapshots).to.deep.equal({ stored: 2, skipped: 1 })
      expect(await timestamps()).to.deep.equal([
        '2025-12-04 00:00:00.000000+00:00',
        '2025-12-05 11:00:00.000000+00:00',
      ])
    })

    it('are not asked for on a day that has one', async () => {
      await harvested([], new Date('2025-12-03T23:59:59.999Z')).then(({ asked }) =>
        expect(asked).to.match(/^bob /),
      )
    })

    it('are none of a day that has one, whatever the source answers', async () => {
      const sources = literalSources({ members: EVERYBODY })
      const answered = ['2025-12-01 00:00', '2025-12-02 08:00', '2025-12-03 23:00', '2025-12-04 09:00']
      const clan = {
        ...sources.clan,
        snapshotsOf: async (player: string) =>
          player === 'Bob' ? answered.map((moment) => literal.snapshot(moment)) : [],
      }
      const { snapshots } = await harvest(db, { ...sources, clan }, { now: '2025-12-05T12:00:00.000000Z' })
      expect(snapshots).to.deep.equal({ stored: 2, skipped: 2 })
      expect(await timestamps()).to.deep.equal([
        '2025-12-02 08:00:00.000000+00:00',
        '2025-12-04 09:00:00.000000+00:00',
      ])
    })

    it('never take the id that boss rows of a lost snapshot refer to', async () => {
      await harvested([literal.snapshot('2025-12-05 10:00')])
      expect(
        await db.query(
          'SELECT id FROM boss_snapshots WHERE snapshot_id IN (SELECT id FROM wom_snapshots) ORDER BY id',
        ),
      ).to.deep.equal([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 5 }])
    })
  })
}
