import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import readExcelFile from 'read-excel-file/node'
import { openSchema } from '../../schema/testing/open-schema.ts'
import { analyticsById } from '../analytics/analytics-by-id.ts'
import { ACTIVITY_COLUMNS } from './activity-columns.ts'
import { activityData } from './activity-data.ts'
import type { ActivityRow } from './activity-row.ts'
import { activityRows } from './activity-rows.ts'
import { activityWorkbook } from './activity-workbook.ts'
import { membersById } from './members-by-id.ts'
import { HOSTILE_NAMES } from './testing/hostile-names.ts'
import { partOfWorkbook } from './testing/part-of-workbook.ts'
import { HOSTILE_NOW, storeHostileClan } from './testing/store-hostile-clan.ts'

let directory: string
let rows: readonly ActivityRow[]

describe('activityWorkbook', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-workbook-'))
    const db = await openSchema(join(directory, 'clan.db'))
    await db.runMigrations()
    await storeHostileClan(db)
    rows = activityRows(await membersById(db), await activityData(analyticsById(db), HOSTILE_NOW))
    await db.destroy()
  })

  after(() => rm(directory, { recursive: true }))

  it('reads back as one sheet with titles, names as they are, numbers and dates', async () => {
    const sheets = await sheetsOf(rows)
    expect(sheets.map(({ sheet }) => sheet)).to.deep.equal(['Activity'])
    const [titles, ...cells] = sheets[0]?.data ?? []
    expect(titles).to.deep.equal(ACTIVITY_COLUMNS.map(({ title }) => title))
    expect(cells.map(([name]) => name)).to.deep.equal(rows.map(({ name }) => name))
    for (const name of HOSTILE_NAMES) {
      const gain = HOSTILE_NAMES.indexOf(name) + 1
      expect(cells.find(([first]) => first === name)).to.deep.equal([
        ...[name, name, new Date('2024-02-29T23:59:59.123Z')],
        ...[1, 2, 2, 2, gain, gain, gain, gain, 0, 0, 0, 0],
      ])
    }
  })

  it('has empty cells for what is not known, and text for what Excel has no number or date for', async () => {
    const cells = (await sheetsOf(rows))[0]?.data ?? []
    const cellsOf = (member: string) => cells.find(([name]) => name === member)
    const nothing = new Array(8).fill(null)
    expect(cellsOf('Ancient')).to.deep.equal([
      ...['Ancient', null, '0001-01-01T00:00:00.000000Z', 0, 0, 0, 0, ...nothing],
    ])
    expect(cellsOf('Empty')).to.deep.equal(['Empty', null, null, 0, 0, 0, 0, ...nothing])
    expect(cellsOf('Huge')).to.deep.equal([
      ...['Huge', 'owner', new Date('1900-03-01T00:00:00Z'), 0, 0, 0, 0],
      ...new Array(4).fill('9007199254740991'),
      ...new Array(4).fill(999999999999999),
    ])
  })

  it('has no formula, a frozen row of titles, widths, and formats', async () => {
    const workbook = await activityWorkbook(rows)
    const sheet = partOfWorkbook(workbook, 'xl/worksheets/sheet1.xml')
    expect(sheet).to.not.include('<f')
    expect(sheet).to.match(/<pane ySplit="1" xSplit="0" topLeftCell="A2" [^>]*state="frozen"\/>/)
    expect(sheet.match(/<col [^>]*width="/g)).to.have.length(ACTIVITY_COLUMNS.length)
    const styles = partOfWorkbook(workbook, 'xl/styles.xml')
    for (const format of ['#,##0', 'yyyy-mm-dd hh:mm:ss']) expect(styles).to.include(`formatCode="${format}"`)
  })

  it('cuts a name that no cell can hold', async () => {
    const [row] = rows
    if (row === undefined) throw new Error('there are no rows')
    const [, cells] = (await sheetsOf([{ ...row, name: 'x'.repeat(40_000) }]))[0]?.data ?? []
    expect(cells?.[0]).to.equal('x'.repeat(32_767))
  })

  it('has titles alone for no rows', async () => {
    expect((await sheetsOf([]))[0]?.data).to.have.length(1)
  })
})

async function sheetsOf(reported: readonly ActivityRow[]) {
  return readExcelFile(Buffer.from(await activityWorkbook(reported)), { trim: false })
}
