import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { migrateUpTo, openSchema } from '../../schema/testing/open-schema.ts'
import { ANALYTICS_ROWS, LINKED_BY_HAND } from './testing/analytics-rows.ts'

/** What another process in another zone is answered; printed as JSON. */
const PROGRAM = `
  import { openSchema } from './src/schema/testing/open-schema.ts'
  import { pipeline } from './src/pipeline/pipeline.ts'
  const db = await openSchema(process.argv[1])
  const answers = []
  for (const analytics of [pipeline.analyticsById(db), pipeline.analyticsByUsername(db)]) {
    answers.push([...await analytics.latestSnapshots()])
    for (const cutoff of [new Date(Date.UTC(2025, 11, 1, 12)), '2025-12-01 12:00:00.000000', '2025-12-01T12:00']) {
      answers.push([...await analytics.firstSnapshotsSince(cutoff)])
      answers.push([...await analytics.messageCountsSince(cutoff)])
      const { now, members } = await pipeline.activityData(analytics, cutoff)
      answers.push(now, [...members])
    }
    for (const key of [1, 'Ann']) answers.push(await analytics.member(key))
  }
  console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), answers }))
  await db.destroy()
`

let directory: string

describe('the analytics and the data of the report', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-zones-'))
    const db = await openSchema(join(directory, 'clan.db'))
    await migrateUpTo(db, 'DedupSnapshots')
    for (const sql of ANALYTICS_ROWS) await db.query(sql)
    await db.runMigrations()
    for (const sql of LINKED_BY_HAND) await db.query(sql)
    await db.destroy()
  })

  after(() => rm(directory, { recursive: true }))

  it('are the same in every time zone, to the byte', async () => {
    const [newYork, kolkata] = [await askedIn('America/New_York'), await askedIn('Asia/Kolkata')]
    expect([newYork.offset, kolkata.offset]).to.deep.equal([300, -330])
    expect(newYork.answers).to.equal(kolkata.answers)
    // The snapshot and the two messages of the cutoff's own moment are in it: nothing was shifted in both zones alike.
    expect(newYork.answers).to.include('{"id":10,"timestamp":"2025-12-01T12:00:00.000000Z"')
  })
})

async function askedIn(zone: string): Promise<{ readonly offset: number; readonly answers: string }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM, join(directory, 'clan.db')],
    { cwd: join(import.meta.dirname, '../../..'), env: { ...process.env, TZ: zone } },
  )
  const { offset, answers } = JSON.parse(stdout)
  return { offset, answers: JSON.stringify(answers) }
}
