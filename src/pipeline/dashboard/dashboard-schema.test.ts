import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { migrateUpTo, openSchema } from '../../schema/testing/open-schema.ts'
import { dashboardJson } from './dashboard-json.ts'
import { dashboardSchema } from './dashboard-schema.ts'
import { dashboardSchemaJson } from './dashboard-schema-json.ts'
import { DASHBOARD_NOW, DASHBOARD_ROWS } from './testing/dashboard-rows.ts'
import { documentById, documentByUsername } from './testing/documents-of.ts'

const COMMITTED = JSON.parse(
  readFileSync(new URL('../../../schemas/dashboard.schema.json', import.meta.url), 'utf8'),
)

type Path = readonly (string | number)[]

let directory: string
let text: string
let byUsername: string
let validate: ValidateFunction
let paths: readonly Path[]

describe('the schema of the dashboard export', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-dashboard-schema-'))
    const db = await openSchema(join(directory, 'clan.db'))
    await migrateUpTo(db, 'DedupSnapshots')
    for (const sql of DASHBOARD_ROWS) await db.query(sql)
    await db.runMigrations()
    text = dashboardJson(await documentById(db, DASHBOARD_NOW))
    byUsername = dashboardJson(await documentByUsername(db, DASHBOARD_NOW))
    await db.destroy()
    validate = new Ajv2020({ strict: true }).compile(COMMITTED)
    paths = pathsOf(JSON.parse(text))
  })

  after(() => rm(directory, { recursive: true }))

  it('is committed as it is generated', () => {
    expect(COMMITTED).to.deep.equal(JSON.parse(dashboardSchemaJson()))
  })

  it('accepts what is written, by either family', () => {
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).to.equal(true)
    expect(validate(JSON.parse(byUsername)), JSON.stringify(validate.errors)).to.equal(true)
  })

  it('refuses a document with any one value replaced, left out or added to', () => {
    const breakings = fc.constantFrom(
      ...(['of another type', 'left out', 'with one more', 'a fraction', 'too large', 'negative'] as const),
    )
    let broken = 0
    fc.assert(
      fc.property(fc.nat(paths.length - 1), breakings, (at, breaking) => {
        const document = JSON.parse(text)
        fc.pre(breakAt(document, paths[at] ?? [], breaking))
        broken += 1
        expect(validate(document), `${paths[at]?.join('.')} ${breaking}`).to.equal(false)
        expect(dashboardSchema.safeParse(document).success).to.equal(false)
      }),
      { numRuns: 1000 },
    )
    expect(broken).to.be.at.least(1000)
  })

  for (const [what, path, value] of [
    ['a part that it does not know', ['more'], 1],
    ['another format', ['format'], 2],
    ['another time zone', ['timeZone'], 'Europe/Berlin'],
    ['another window', ['window', 'days'], 31],
    ['a moment without a zone', ['window', 'from'], '2025-11-22T15:00:00.000005'],
    ['a moment to the millisecond', ['window', 'to'], '2025-12-22T15:00:00.000Z'],
    ['a moment that does not exist', ['members', 1, 'joinedAt'], '2025-02-29T00:00:00.000000Z'],
    ['a day that does not exist', ['days', 0, 'day'], '2025-02-30'],
    ['a weekday of another language', ['week', 0, 'weekday'], 'Montag'],
    ['a weekday too often', ['week', 0, 'days'], 6],
    ['a leader of nothing', ['leaders', 'messages', 0, 'figure'], 0],
    ['a boss that nobody killed', ['topBosses', 0, 'kills'], 0],
  ] as const) {
    it(`refuses ${what}`, () => {
      const document = JSON.parse(text)
      put(document, path, value)
      expect(validate(document)).to.equal(false)
      expect(dashboardSchema.safeParse(document).success).to.equal(false)
    })
  }

  for (const [path, most] of [
    [['days'], 30],
    [['week'], 7],
    [['week', 0, 'messages'], 24],
    [['topBosses'], 15],
    [['leaders', 'experience'], 10],
  ] as const) {
    it(`has at most ${most} of ${path.join('.')}`, () => {
      const document = JSON.parse(text)
      const [first] = at(document, path) as readonly unknown[]
      put(document, path, new Array(most).fill(first))
      expect(validate(document)).to.equal(true)
      put(document, path, new Array(most + 1).fill(first))
      expect(validate(document)).to.equal(false)
    })
  }
})

type Breaking = 'of another type' | 'left out' | 'with one more' | 'a fraction' | 'too large' | 'negative'

/** Whole numbers of the document that may be negative, and numbers that need not be whole. */
const TOTALS = new Set<unknown>(['experience', 'bossKills'])
const STATISTICS = new Set<unknown>(['median', 'deviation', 'score'])

/** False where that breaks nothing: a list may have fewer, a statistic may be a fraction. */
function breakAt(document: unknown, path: Path, breaking: Breaking): boolean {
  const value = at(document, path)
  const name = path.at(-1)
  const parent = at(document, path.slice(0, -1))
  const isNumber = typeof value === 'number'
  switch (breaking) {
    case 'of another type':
      return put(document, path, true)
    case 'left out':
      return !Array.isArray(parent) && Reflect.deleteProperty(Object(parent), name ?? '')
    case 'with one more':
      return isRecord(value) && put(value, ['more'], 1)
    case 'a fraction':
      return isNumber && !STATISTICS.has(name) && put(document, path, 0.5)
    case 'too large':
      return isNumber && !STATISTICS.has(name) && put(document, path, 2 ** 53)
    case 'negative':
      if (!isNumber || name === 'score') return false
      return !(path.includes('latestSnapshot') && TOTALS.has(name)) && put(document, path, -1)
  }
}

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Array.isArray(value)
    ? value.flatMap((part, index) => pathsOf(part, [...path, index]))
    : Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))
  return path.length === 0 ? inner : [path, ...inner]
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => Reflect.get(Object(part), key), value)
}

function put(value: unknown, path: Path, replacement: unknown): true {
  Reflect.set(Object(at(value, path.slice(0, -1))), path.at(-1) ?? '', replacement)
  return true
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
