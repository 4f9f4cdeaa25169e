import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { migrateUpTo, openSchema } from '../../schema/testing/open-schema.ts'
import { dashboardJson } from './dashboard-json.ts'
import { type Dashboard, dashboardSchema } from './dashboard-schema.ts'
import { DASHBOARD_NOW, DASHBOARD_ROWS } from './testing/dashboard-rows.ts'
import { documentById } from './testing/documents-of.ts'

let directory: string
let document: Dashboard

describe('dashboardJson', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-dashboard-json-'))
    const db = await openSchema(join(directory, 'clan.db'))
    await migrateUpTo(db, 'DedupSnapshots')
    for (const sql of DASHBOARD_ROWS) await db.query(sql)
    await db.runMigrations()
    document = await documentById(db, DASHBOARD_NOW)
    await db.destroy()
  })

  after(() => rm(directory, { recursive: true }))

  it('reads back as the document, and ends with one line feed', () => {
    const text = dashboardJson(document)
    expect(JSON.parse(text)).to.deep.equal(document)
    expect(text).to.match(/^\{\n {2}"format": 1,\n {2}"timeZone": "UTC",\n/)
    expect(text).to.match(/\n\}\n$/)
  })

  it('is the same text of an equal document whose keys are in another order', () => {
    const turned = dashboardSchema.parse(document)
    expect(dashboardJson(withKeysReversed(turned))).to.equal(dashboardJson(document))
    expect(JSON.stringify(withKeysReversed(turned))).not.to.equal(JSON.stringify(turned))
  })

  it('refuses what JSON would turn into something else, and what its schema does not know', () => {
    const [first, ...days] = document.days
    for (const experience of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 0.5, -1]) {
      const broken = { ...document, days: [{ ...first, experience }, ...days] } as Dashboard
      expect(() => dashboardJson(broken)).to.throw()
    }
    expect(() => dashboardJson({ ...document, more: 1 } as Dashboard)).to.throw()
  })
})

function withKeysReversed<Value>(value: Value): Value {
  const turned = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(turned)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(
      Object.entries(part)
        .reverse()
        .map(([key, inner]) => [key, turned(inner)]),
    )
  }
  return turned(value) as Value
}
