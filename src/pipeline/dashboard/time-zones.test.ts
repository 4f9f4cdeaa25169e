import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { openSchema } from '../../schema/testing/open-schema.ts'
import type { Dashboard } from './dashboard-schema.ts'

/** What another process in another zone writes, by both families. */
const PROGRAM = `
  import { dashboardJson } from './src/pipeline/dashboard/dashboard-json.ts'
  import { documentById, documentByUsername } from './src/pipeline/dashboard/testing/documents-of.ts'
  import { openSchema } from './src/schema/testing/open-schema.ts'
  const db = await openSchema(process.argv[1])
  const documents = []
  for (const now of ['2025-11-10 00:30:00.000000', new Date('2025-11-10T00:30:00Z')]) {
    documents.push(dashboardJson(await documentById(db, now)), dashboardJson(await documentByUsername(db, now)))
  }
  console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), documents }))
  await db.destroy()
`

/** In each of these nights the clocks of one of the zones went back, so that an hour of theirs was there twice. */
const NIGHTS = ['2025-10-26', '2025-11-02'] as const
const HOURS = ['00', '01', '02', '05', '06', '23'] as const

let directory: string

describe('the dashboard export', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-dashboard-zones-'))
    const db = await openSchema(join(directory, 'clan.db'))
    await db.runMigrations()
    await db.query("INSERT INTO clan_members (id, username) VALUES (1, 'Ann')")
    for (const [index, moment] of NIGHTS.flatMap((day) => HOURS.map((hour) => `${day} ${hour}`)).entries()) {
      await db.query(
        'INSERT INTO wom_snapshots (user_id, username, timestamp, total_xp, total_boss_kills) VALUES (1, ?, ?, ?, ?)',
        ['Ann', `${moment}:30:00.000000+00:00`, index * index, index],
      )
      await db.query('INSERT INTO discord_messages (user_id, author_name, created_at) VALUES (1, ?, ?)', [
        ...['Ann', `${moment}:59:59.999999`],
      ])
    }
    await db.destroy()
  })

  after(() => rm(directory, { recursive: true }))

  it('is the same in every time zone, through the end of summer time, to the byte', async () => {
    const [newYork, berlin] = [await writtenIn('America/New_York'), await writtenIn('Europe/Berlin')]
    expect([newYork.offset, berlin.offset]).to.deep.equal([300, -60])
    expect(new Set([...newYork.documents, ...berlin.documents])).to.have.property('size', 1)
    const { days, week }: Dashboard = JSON.parse(newYork.documents[0] ?? '')
    expect(days.filter(({ measured }) => measured > 0)).to.deep.equal([
      { day: '2025-10-26', experience: 25, bossKills: 5, measured: 1, messages: 6, authors: 1 },
      { day: '2025-11-02', experience: 96, bossKills: 6, measured: 1, messages: 6, authors: 1 },
    ])
    const sundays = week.find(({ weekday }) => weekday === 'Sunday')?.messages
    expect(sundays?.flatMap((count, hour) => (count === 2 ? [hour] : []))).to.deep.equal(HOURS.map(Number))
  })
})

async function writtenIn(
  zone: string,
): Promise<{ readonly offset: number; readonly documents: readonly string[] }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM, join(directory, 'clan.db')],
    { cwd: join(import.meta.dirname, '../../..'), env: { ...process.env, TZ: zone } },
  )
  return JSON.parse(stdout)
}
