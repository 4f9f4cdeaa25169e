import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parseHTML } from 'linkedom'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { RunRecord } from '../../verdict/run-record.ts'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { sampleScenario } from '../../verdict/sample/sample-scenario.ts'
import type { SchemaRecord } from '../../vocabulary/schema-record.ts'
import { sampleCatalog } from '../sample/sample-catalog.ts'
import { sampleEnginesRun } from '../sample/sample-engines-run.ts'
import { samplePlanRun } from '../sample/sample-plan-run.ts'
import { sampleSchemas } from '../sample/sample-schemas.ts'
import { SchemaSection } from './schema-section.tsx'

const ATTACK = `"><img src=x onerror=alert(1)> {|}'`

function section(run: RunRecord): Element | null {
  const html = renderToString(h(SchemaSection, { run }))
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.querySelector('section')
}

function showing(...schemas: SchemaRecord[]): RunRecord {
  return sampleRun({ scenarios: [sampleScenario({ schemas })] })
}

const texts = (within: Element | null, selector: string) =>
  Array.from(within?.querySelectorAll(selector) ?? [], ({ textContent }) => textContent)

describe('SchemaSection', () => {
  it('is left out where no schema was shown', () => {
    expect(section(sampleRun())).to.equal(null)
  })

  it('sums up, lists every table that changed, and draws both ends', () => {
    const found = section(samplePlanRun())
    expect(texts(found, '.standing')[0]).to.match(
      /^DedupSnapshots to NormalizeUserIds: 1 table dropped, 4 columns added, .*SCH201\.$/,
    )
    expect(texts(found, '.table-diff h3 code')).to.deep.equal([
      'boss_snapshots',
      'clan_members',
      'discord_messages',
      'skill_snapshots',
      'wom_records',
      'wom_snapshots',
    ])
    expect(texts(found, '.diagram > .scroll title')).to.deep.equal([
      'The schema at NormalizeUserIds',
      'The schema at DedupSnapshots',
    ])
    expect(found?.querySelector('details.earlier .entity.gone')).not.to.equal(null)
  })

  it('reads as a diff without colours: signs, and words for those who hear it', () => {
    const [, members] = [...Array.from(section(samplePlanRun())?.querySelectorAll('.table-diff') ?? [])]
    const lines = texts(members ?? null, 'li').map((line) => line?.replaceAll(/\s+/g, ' '))
    expect(lines[2]).to.equal(
      '~ changed: column username VARCHAR, NOT NULL, part 1 of the primary key → VARCHAR, NOT NULL',
    )
    expect(lines).to.include('+ added: column id INTEGER, NOT NULL, part 1 of the primary key')
    expect(texts(members ?? null, 'ins .what')).to.include('column id')
  })

  it('says in words who refers to whom', () => {
    const [description] = texts(section(samplePlanRun()), 'desc')
    expect(description).to.contain(
      'discord_messages.user_id refers to clan_members.id, on delete SET NULL (new)',
    )
  })

  it('keeps engines apart, every id once', () => {
    const found = section(sampleEnginesRun())
    expect(texts(found, '.schema-on > h3')).to.deep.equal(['SQLite', 'PostgreSQL'])
    const ids = Array.from(found?.querySelectorAll('[id]') ?? [], ({ id }) => id)
    expect(new Set(ids).size).to.equal(ids.length)
  })

  it('shows one state alone as a diagram', () => {
    const found = section(showing(sampleSchemas().before))
    expect(texts(found, '.standing')[0]).to.contain('one state only, DedupSnapshots')
    expect(texts(found, 'title')).to.have.length(1)
    expect(found?.querySelector('.diff')).to.equal(null)
  })

  it('shows whatever a database calls its tables and columns as text', () => {
    const { catalog } = { catalog: sampleCatalog({ [ATTACK]: { columns: ['id INTEGER'], key: 'id' } }) }
    const [table] = catalog.tables
    const [column] = table?.columns ?? []
    if (!table || !column) throw new Error('the sample has a table')
    const later = {
      ...catalog,
      tables: [{ ...table, columns: [column, { ...column, name: ATTACK, type: ATTACK }] }],
      views: [{ name: ATTACK, sql: ATTACK }],
    }
    const found = section(showing({ at: ATTACK, catalog }, { at: `${ATTACK}2`, catalog: later }))
    expect(found?.querySelectorAll('img')).to.have.length(0)
    expect(texts(found, '.table-diff h3 code')).to.deep.equal([ATTACK])
    expect(texts(found, '.diff .what')).to.include(`view ${ATTACK}`)
    expect(texts(found, '.entity > .name')).to.include(`~ ${ATTACK}`)
  })
})
