import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { WITHOUT_POSTGRES } from '../../schema/testing/open-postgres.ts'
import { migrateUpTo } from '../../schema/testing/open-schema.ts'
import { clanRowsOn } from '../testing/clan-rows-on.ts'
import type { EngineName } from '../testing/engines.ts'
import { temporarySchema } from '../testing/temporary-schema.ts'
import { type HarvestSources, harvest } from './harvest.ts'
import type { HarvestResult } from './harvest-result.ts'
import { SourceError } from './sources/source-error.ts'
import { askDiscord } from './testing/ask-discord.ts'
import { askWiseOldMan } from './testing/ask-wise-old-man.ts'
import { readRecording } from './testing/read-recording.ts'
import { EVENTFUL } from './writing/testing/eventful.ts'
import { literal } from './writing/testing/literal.ts'
import { literalSources } from './writing/testing/literal-sources.ts'
import { SCHEMA_STATES, type SchemaState } from './writing/testing/open-clan.ts'
import { randomClan } from './writing/testing/random-clan.ts'
import { type RowsByName, rowsByName } from './writing/testing/rows-by-name.ts'

type Clan = typeof randomClan extends fc.Arbitrary<infer Value> ? Value : never

const ENGINE_NAMES = ['SQLite', 'PostgreSQL'] as const

describe('a harvest, on SQLite and on PostgreSQL', { skip: WITHOUT_POSTGRES }, () => {
  for (const state of SCHEMA_STATES) {
    it(`stores the same of everything that can happen, and again nothing, on the schema at ${state}`, async () => {
      const [sqlite, postgres] = await onEach(async (db, engine) => {
        for (const sql of clanRowsOn(engine)) await db.query(sql)
        await bringTo(db, state)
        return twice(db, EVENTFUL.sources, EVENTFUL.now)
      })
      expect(sqlite?.results[0]?.leavers.decision).to.equal('removed')
      expect(sqlite?.results[0]?.members.added).to.deep.equal(['élan', 'Gone', 'MEE6'])
      expect(postgres).to.deep.equal(sqlite)
    })
  }

  it('gives somebody new the next of the ids that somebody added by hand', async () => {
    const [sqlite, postgres] = await onEach(async (db, engine) => {
      for (const sql of clanRowsOn(engine)) await db.query(sql)
      await db.query('ALTER TABLE clan_members ADD COLUMN id INTEGER')
      await migrateUpTo(db, 'AddMissingIndexes')
      await db.query('UPDATE clan_members SET id = 20 - length(username)')
      await db.query("UPDATE clan_members SET id = 30 WHERE username = 'bob'")
      await db.query("UPDATE clan_members SET id = 29 WHERE username = 'Jo_hn'")
      const { asked, ...first } = EVENTFUL.sources()
      await harvest(db, first, { now: EVENTFUL.now })
      const again = literalSources({
        members: new SourceError({ kind: 'no answer', reason: 'nobody there' }),
      })
      await harvest(db, again, { now: '2025-12-20T00:00:00.000000Z' })
      const ids = async () => await db.query('SELECT id, username FROM clan_members ORDER BY id')
      const before = await ids()
      await db.runMigrations()
      expect(await ids()).to.deep.equal(before)
      return { asked, again: again.asked, before }
    })
    expect(postgres).to.deep.equal(sqlite)
    expect(sqlite?.before).to.deep.include({ id: 31, username: 'élan' })
  })

  it('stores the same of the recorded clan', async () => {
    const recording = await readRecording()
    const [sqlite, postgres] = await onEach(async (db) => {
      await db.runMigrations()
      await using clan = await askWiseOldMan(recording)
      await using channels = await askDiscord(recording)
      const sources = { clan: clan.clan, messages: channels.source }
      return await twice(db, () => sources, '2025-12-22T12:00:00.000000Z')
    })
    expect(sqlite?.results[0]?.failures).to.deep.equal([])
    expect(sqlite?.rows.messages).not.to.have.length(0)
    expect(sqlite?.rows.snapshots).not.to.have.length(0)
    expect(postgres).to.deep.equal(sqlite)
  })

  it('asks in the same order where rows have moved, and the list is not to be had', async () => {
    const [sqlite, postgres] = await onEach(async (db, engine) => {
      for (const sql of clanRowsOn(engine)) await db.query(sql)
      await migrateUpTo(db, 'AddMissingIndexes')
      // An updated row is a new one to PostgreSQL, at the end of its table.
      await db.query("UPDATE clan_members SET role = 'moved' WHERE username = 'bob'")
      const members = new SourceError({ kind: 'no answer', reason: 'nobody there' })
      const snapshots = Object.fromEntries(
        ['bob', 'Jo_hn', 'Straße'].map((name) => [name, [literal.snapshot('2025-12-04 10:00')]]),
      )
      const sources = literalSources({ members, snapshots })
      const result = await harvest(db, sources, { now: EVENTFUL.now })
      return { result, asked: sources.asked, rows: await rowsByName(db, { linked: false }) }
    })
    expect(sqlite?.asked).not.to.be.empty
    expect(postgres).to.deep.equal(sqlite)
  })

  it('stores the same of any clan, before and after the migration, with a migration between', async () => {
    const property = fc.asyncProperty(
      randomClan,
      fc.constantFrom('hmh', 'mhh', 'mhbhm'),
      async (clan, road) => {
        const [sqlite, postgres] = await onEach((db, engine) => travelled(db, engine, clan, road))
        expect(postgres).to.deep.equal(sqlite)
      },
    )
    await fc.assert(property, { numRuns: 12 })
  })
})

/** What is asked, found and stored on a road from `AddMissingIndexes`: harvests, the migration, and back. */
async function travelled(db: DataSource, engine: EngineName, { statements, answers }: Clan, road: string) {
  await migrateUpTo(db, 'AddMissingIndexes')
  for (const [sql, parameters] of statements[engine]) await db.query(sql, parameters)
  const results: unknown[] = []
  const harvests = [...answers]
  for (const step of road) {
    if (step === 'm') await db.runMigrations()
    if (step === 'b') await db.undoLastMigration()
    const next = step === 'h' ? harvests.shift() : undefined
    if (next === undefined) continue
    const sources = literalSources(next)
    const result = await harvest(db, sources, { now: '2025-12-08T11:30:00.000000Z' })
    results.push({ ...result, asked: sources.asked })
  }
  return { results, rows: await rowsByName(db, { linked: true }) }
}

async function onEach<Found>(
  ask: (db: DataSource, engine: EngineName) => Promise<Found>,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const engine of ENGINE_NAMES) {
    await using schema = await temporarySchema(engine)
    await migrateUpTo(schema.db, 'DedupSnapshots')
    found.push(await ask(schema.db, engine))
  }
  return found
}

async function bringTo(db: DataSource, state: SchemaState): Promise<void> {
  if (state !== 'rolled back') return migrateUpTo(db, state)
  await db.runMigrations()
  await db.undoLastMigration()
}

async function twice(
  db: DataSource,
  sources: () => HarvestSources,
  now: string,
): Promise<{ readonly results: readonly HarvestResult[]; readonly rows: RowsByName }> {
  const results = [await harvest(db, sources(), { now }), await harvest(db, sources(), { now })]
  return { results, rows: await rowsByName(db, { linked: results[0]?.linked ?? false }) }
}
