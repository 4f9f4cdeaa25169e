import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ActivityRow } from '../../../src/pipeline/activity-report/activity-row.ts'
import type { Dashboard } from '../../../src/pipeline/dashboard/dashboard-schema.ts'
import { differingDocuments } from './differing-documents.ts'
import { type Document, partsOf } from './parts-of.ts'
import type { Shown } from './shown.ts'

const row = (name: string, total: number) => ({ name, messages: { total } }) as ActivityRow
const BEFORE: Shown = {
  report: [row('Ann', 1), row('Bob', 2)],
  dashboard: { window: { days: 30 }, days: [{ messages: 1 }, { messages: 2 }] } as unknown as Dashboard,
}
const differing = (document: Document, now: Shown) =>
  differingDocuments('d', partsOf(document, BEFORE), partsOf(document, now))

describe('differingDocuments', () => {
  it('holds for the same, part by part', () => {
    const same = structuredClone(BEFORE)
    expect(differing('activity report', same)).to.include({ value: 0, population: 3 })
    expect(differing('dashboard', same)).to.include({ value: 0, population: 3 })
  })

  it('names the member whose row is another one, the order of the rows, and a member too many', () => {
    const named = (report: readonly ActivityRow[]) =>
      differing('activity report', { ...BEFORE, report }).witnesses.map(({ where }) => where)
    expect(named([row('Ann', 1), row('Bob', 3)])).to.deep.equal(['Bob'])
    expect(named([row('Bob', 2), row('Ann', 1)])).to.deep.equal(['the order of the rows'])
    expect(named([...BEFORE.report, row('Cid', 0)])).to.deep.equal(['the order of the rows', 'Cid'])
  })

  it('names the entry of the dashboard that is another one, or too many, and what stands beside the lists', () => {
    const named = (dashboard: object) =>
      differing('dashboard', { ...BEFORE, dashboard: dashboard as Dashboard }).witnesses.map(
        ({ where }) => where,
      )
    expect(named({ ...BEFORE.dashboard, days: [{ messages: 1 }, { messages: 3 }] })).to.deep.equal(['days 2'])
    expect(named({ ...BEFORE.dashboard, days: [{ messages: 1 }] })).to.deep.equal(['days 2'])
    expect(named({ ...BEFORE.dashboard, window: { days: 31 } })).to.deep.equal(['window'])
  })
})
