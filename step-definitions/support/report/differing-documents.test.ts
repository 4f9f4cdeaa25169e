import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ActivityRow } from '../../../src/pipeline/activity-report/activity-row.ts'
import type { Dashboard } from '../../../src/pipeline/dashboard/dashboard-schema.ts'
import { differingDocuments } from './differing-documents.ts'
import type { Shown } from './shown.ts'

const row = (name: string, total: number) => ({ name, messages: { total } }) as ActivityRow
const page = (report: readonly ActivityRow[], dashboard: object): Shown => ({
  report,
  dashboard: dashboard as Dashboard,
})
const BEFORE = page([row('Ann', 1), row('Bob', 2)], {
  window: { days: 30 },
  days: [{ messages: 1 }, { messages: 2 }],
})

describe('differingDocuments', () => {
  it('holds for the same, part by part', () => {
    const same = structuredClone(BEFORE)
    expect(differingDocuments('r', 'activity report', BEFORE, same)).to.include({ value: 0, population: 3 })
    expect(differingDocuments('d', 'dashboard', BEFORE, same)).to.include({ value: 0, population: 3 })
  })

  it('names the member whose row is another one, the order of the rows, and a member too many', () => {
    const named = (rows: readonly ActivityRow[]) =>
      differingDocuments('r', 'activity report', BEFORE, page(rows, {})).witnesses.map(({ where }) => where)
    expect(named([row('Ann', 1), row('Bob', 3)])).to.deep.equal(['Bob'])
    expect(named([row('Bob', 2), row('Ann', 1)])).to.deep.equal(['the order of the rows'])
    expect(named([...BEFORE.report, row('Cid', 0)])).to.deep.equal(['the order of the rows', 'Cid'])
  })

  it('names the entry of the dashboard that is another one, or too many, and what stands beside the lists', () => {
    const named = (dashboard: object) =>
      differingDocuments('d', 'dashboard', BEFORE, page([], dashboard)).witnesses.map(({ where }) => where)
    expect(named({ ...BEFORE.dashboard, days: [{ messages: 1 }, { messages: 3 }] })).to.deep.equal(['days 2'])
    expect(named({ ...BEFORE.dashboard, days: [{ messages: 1 }] })).to.deep.equal(['days 2'])
    expect(named({ ...BEFORE.dashboard, window: { days: 31 } })).to.deep.equal(['window'])
  })
})
