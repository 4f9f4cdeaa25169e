import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { openSchema } from '../../schema/testing/open-schema.ts'
import { analyticsById } from '../analytics/analytics-by-id.ts'
import { activityCsv } from './activity-csv.ts'
import { activityData } from './activity-data.ts'
import type { ActivityRow } from './activity-row.ts'
import { activityRows } from './activity-rows.ts'
import { membersById } from './members-by-id.ts'
import { parseCsv } from './testing/parse-csv.ts'
import { HOSTILE_NOW, storeHostileClan } from './testing/store-hostile-clan.ts'

/** The report as another process in another zone makes it, in base 64. */
const PROGRAM = `
  import { openSchema } from './src/schema/testing/open-schema.ts'
  import { analyticsById } from './src/pipeline/analytics/analytics-by-id.ts'
  import { activityCsv } from './src/pipeline/activity-report/activity-csv.ts'
  import { activityData } from './src/pipeline/activity-report/activity-data.ts'
  import { activityRows } from './src/pipeline/activity-report/activity-rows.ts'
  import { membersById } from './src/pipeline/activity-report/members-by-id.ts'
  const db = await openSchema(process.argv[1])
  const csv = activityCsv(activityRows(await membersById(db), await activityData(analyticsById(db), process.argv[2])))
  console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), csv: Buffer.from(csv).toString('base64') }))
  await db.destroy()
`

let directory: string
let rows: readonly ActivityRow[]

describe('activityCsv', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-csv-'))
    const db = await openSchema(join(directory, 'clan.db'))
    await db.runMigrations()
    await storeHostileClan(db)
    rows = activityRows(await membersById(db), await activityData(analyticsById(db), HOSTILE_NOW))
    await db.destroy()
  })

  after(() => rm(directory, { recursive: true }))

  it('has a line of titles and a line for every member, each with every column', () => {
    const [titles, ...lines] = parseCsv(activityCsv(rows))
    expect(titles).to.deep.equal([
      ...['Name', 'Rank', 'Joined (UTC)'],
      ...['Messages, 7 days', 'Messages, 30 days', 'Messages, 90 days', 'Messages, total'],
      ...['Experience, 7 days', 'Experience, 30 days', 'Experience, 90 days', 'Experience, 365 days'],
      ...['Boss kills, 7 days', 'Boss kills, 30 days', 'Boss kills, 90 days', 'Boss kills, 365 days'],
    ])
    expect(lines).to.have.length(rows.length)
    expect(new Set(lines.map((line) => line.length))).to.deep.equal(new Set([15]))
  })

  it('keeps every name and rank, but for an apostrophe at the beginning', () => {
    const [, ...lines] = parseCsv(activityCsv(rows))
    expect(lines.map(([name]) => name?.replace(/^'/, ''))).to.deep.equal(rows.map(({ name }) => name))
    expect(lines.map(([, rank]) => rank?.replace(/^'/, '') ?? null)).to.deep.equal(
      rows.map(({ rank }) => rank),
    )
    for (const fields of lines) {
      expect(fields.filter((field) => /^[\s\u200b]*[=+\-@＝]/.test(field ?? ''))).to.deep.equal([])
    }
    expect(activityCsv(rows)).to.include('\r\n"\'=HYPERLINK(""x"")","\'=HYPERLINK(""x"")",')
  })

  it('has numbers with all their digits, moments to the microsecond, and nothing for what is not known', () => {
    const csv = activityCsv(rows)
    expect(csv).to.match(/\r\n"🦀","🦀","2024-02-29T23:59:59.123456Z",1,2,2,2,(\d+),\1,\1,\1,0,0,0,0\r\n/)
    expect(csv).to.include('\r\n"Ancient",,"0001-01-01T00:00:00.000000Z",0,0,0,0,,,,,,,,\r\n')
    expect(csv).to.include('\r\n"Empty","",,0,0,0,0,,,,,,,,\r\n')
    const huge = `${'9007199254740991,'.repeat(4)}${'999999999999999,'.repeat(4).slice(0, -1)}`
    expect(csv).to.include(`\r\n"Huge","owner","1900-03-01T00:00:00.000000Z",0,0,0,0,${huge}\r\n`)
  })

  it('has titles alone for no rows', () => {
    expect(parseCsv(activityCsv([]))).to.have.length(1)
  })

  it('is the same in every time zone, to the byte', async () => {
    const [newYork, kolkata] = [await madeIn('America/New_York'), await madeIn('Asia/Kolkata')]
    expect([newYork.offset, kolkata.offset]).to.deep.equal([300, -330])
    expect(newYork.csv).to.equal(kolkata.csv)
    expect(newYork.csv).to.equal(Buffer.from(activityCsv(rows)).toString('base64'))
  })
})

async function madeIn(zone: string): Promise<{ readonly offset: number; readonly csv: string }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM, join(directory, 'clan.db'), HOSTILE_NOW],
    { cwd: join(import.meta.dirname, '../../..'), env: { ...process.env, TZ: zone } },
  )
  return JSON.parse(stdout)
}
