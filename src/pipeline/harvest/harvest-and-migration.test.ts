import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { openSchema } from '../../schema/testing/open-schema.ts'
import { readState } from '../../schema/testing/read-state.ts'
import { harvest } from './harvest.ts'
import type { HarvestResult } from './harvest-result.ts'
import { literalSources } from './writing/testing/literal-sources.ts'
import { openClan } from './writing/testing/open-clan.ts'
import { randomClan } from './writing/testing/random-clan.ts'

const NOW = '2025-12-08T11:30:00.000000Z'

/** The ways to the schema of today, with two harvests on each: before, between and after the migration. */
const ROADS = ['hhm', 'hmh', 'mhh', 'mhbhm'] as const

type Clan = typeof randomClan extends fc.Arbitrary<infer Value> ? Value : never

/** Every row of every table; of a member everything but the id, which is the name wherever it is referred to. */
const MEMBER =
  '(SELECT member.username FROM clan_members AS member WHERE member.id = one.user_id) AS member, one.*'
const EVERYTHING: Readonly<Record<string, string>> = {
  members: 'SELECT username, role, joined_at, last_updated FROM clan_members ORDER BY username',
  snapshots: `SELECT ${MEMBER}, NULL AS user_id FROM wom_snapshots AS one ORDER BY one.id`,
  messages: `SELECT ${MEMBER}, NULL AS user_id FROM discord_messages AS one ORDER BY one.id`,
  bosses: 'SELECT * FROM boss_snapshots ORDER BY id',
}

let directory: string
let files = 0
const met = new Map<string, number>()

describe('harvests and the migration', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'harvest-migration-'))
    await (await openClan(join(directory, 'template.db'), 'AddMissingIndexes', { rows: [] })).destroy()
  })

  after(() => rm(directory, { recursive: true }))

  it('come to the same, whichever is first', async () => {
    const property = fc.asyncProperty(randomClan, async (clan) => {
      const [one, ...others] = await inTurn(ROADS, (road) => travelled(clan, road))
      for (const other of others) expect(other).to.deep.equal(one)
      one?.results.forEach(note)
    })
    await fc.assert(property, { numRuns: 40 })
    // Otherwise the clans are too tame to say anything.
    expect([...met.keys()]).to.include.members([
      'removed',
      'too many',
      'unknown',
      'none',
      'added',
      'snapshots',
      'bosses',
      'messages',
      'player failed',
      'channel failed',
      'clan failed',
    ])
  })
})

async function travelled({ statements, answers }: Clan, road: string) {
  const file = join(directory, `${++files}.db`)
  await copyFile(join(directory, 'template.db'), file)
  const db = await openSchema(file)
  try {
    await db.query('PRAGMA synchronous = OFF')
    for (const [sql, parameters] of statements.SQLite) await db.query(sql, parameters)
    const asked: (readonly string[])[] = []
    const results: Omit<HarvestResult, 'linked'>[] = []
    const harvests = [...answers]
    for (const step of road) {
      if (step === 'm') await db.runMigrations()
      if (step === 'b') await db.undoLastMigration()
      const next = step === 'h' ? harvests.shift() : undefined
      if (next === undefined) continue
      const sources = literalSources(next)
      const { linked: _, ...result } = await harvest(db, sources, { now: NOW })
      asked.push(sources.asked)
      results.push(result)
    }
    return { asked, results, rows: await everything(db) }
  } finally {
    await db.destroy()
    await rm(file)
  }
}

async function everything(db: DataSource) {
  expect(await db.query('PRAGMA foreign_key_check')).to.deep.equal([])
  const { rows } = await readState(db)
  const tables = await inTurn(Object.values(EVERYTHING), (sql) => db.query(sql))
  return { tables, records: rows.wom_records }
}

function note({
  leavers,
  members,
  snapshots,
  bosses,
  messages,
  failures,
}: Omit<HarvestResult, 'linked'>): void {
  const seen = [
    leavers.decision,
    ...(members.added.length > 0 ? ['added'] : []),
    ...Object.entries({ snapshots, bosses, messages }).flatMap(([what, { stored }]) =>
      stored > 0 ? [what] : [],
    ),
    ...failures.map(({ source }) => `${source} failed`),
  ]
  for (const what of seen) met.set(what, (met.get(what) ?? 0) + 1)
}

async function inTurn<One, Result>(
  all: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const one of all) results.push(await work(one))
  return results
}
