import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parseHTML } from 'linkedom'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { RunRecord } from '../../verdict/run-record.ts'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { sampleScenario } from '../../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../../verdict/to-run-document.ts'
import { sampleFingerprints } from '../sample/sample-fingerprints.ts'
import { samplePlanRun } from '../sample/sample-plan-run.ts'
import { RollbackSection } from './rollback-section.tsx'

const ATTACK = `"><img src=x onerror=alert(1)>`

function section(run: RunRecord): Element | null {
  const html = renderToString(h(RollbackSection, { run, gates: toRunDocument(run).gates }))
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.querySelector('section')
}

const texts = (within: Element | null, selector: string) =>
  Array.from(within?.querySelectorAll(selector) ?? [], ({ textContent }) => textContent)

describe('RollbackSection', () => {
  it('is left out where nothing was rolled back', () => {
    expect(section(sampleRun())).to.equal(null)
  })

  it('sets the moments side by side and says what came back', () => {
    const found = section(samplePlanRun())
    expect(texts(found, 'thead th')).to.deep.equal([
      'What',
      'Before DedupSnapshots',
      'After NormalizeUserIds',
      'Taken back DedupSnapshots',
      'Applied again NormalizeUserIds',
      'Taken back, against before',
      'Again, against after',
    ])
    const rows = texts(found, 'tbody tr')
    expect(rows[0]).to.match(/^Schema([0-9a-f]{12}){4}= equal= equal$/)
    expect(rows[4]).to.match(
      /^skill_snapshots48 rows [0-9a-f]{12}not there0 rows [0-9a-f]{12}not there≠ differs: 48 rows before, none back= equal$/,
    )
    expect(found?.querySelector('tbody code[title]')?.getAttribute('title')).to.match(/^[0-9a-f]{64}$/)
  })

  it('states facts, and links to who judges them', () => {
    const found = section(samplePlanRun())
    expect(texts(found, '.source')[0]).to.match(
      /^Judged by ROL501: held\. What may differ, and why, the plan says with the scenario: features\/plan\/rol501\.feature:\d+$/,
    )
    expect(found?.querySelectorAll('.breached, .failed')).to.have.length(0)
    expect(Array.from(found?.querySelectorAll('a') ?? [], (a) => a.getAttribute('href'))).to.deep.equal([
      '#ROL501',
      '#ROL501',
    ])
  })

  it('has no column for what was not kept', () => {
    const fingerprints = sampleFingerprints().filter(({ moment }) => moment !== 'again')
    const found = section(sampleRun({ scenarios: [sampleScenario({ fingerprints })] }))
    expect(texts(found, 'thead th')).to.have.length(5)
  })

  it('shows names of tables as text', () => {
    const fingerprints = sampleFingerprints().map((state) => ({
      ...state,
      at: ATTACK,
      tables: [{ table: ATTACK, rows: 1, hash: ATTACK }],
    }))
    const found = section(sampleRun({ scenarios: [sampleScenario({ fingerprints })] }))
    expect(found?.querySelectorAll('img')).to.have.length(0)
    expect(texts(found, 'tbody th')).to.deep.equal(['Schema', ATTACK])
  })
})
