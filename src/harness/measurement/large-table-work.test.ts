import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { QueryPlan, TableRead } from '../observation/query-plan.ts'
import { largeTableWork } from './large-table-work.ts'

const read = (how: TableRead['how'], ...tables: readonly string[]): TableRead => ({
  tables,
  how,
  step: `${how} of ${tables}`,
})
const plan = (reads: readonly TableRead[], sorts: readonly string[] = [], name = 'q'): QueryPlan => ({
  name,
  steps: [],
  reads,
  scans: [],
  indexes: [],
  sorts,
})
const LARGE = ['snapshots', 'messages']
const work = (...plans: readonly QueryPlan[]) => largeTableWork('latest snapshots', plans, LARGE)

describe('largeTableWork', () => {
  it('holds for seeks, and for scans and sorts of small tables; counts the statements that read a large one', () => {
    const seeking = plan([read('scan', 'members'), read('search', 'snapshots')])
    const small = plan([read('scan', 'members'), read('automatic index', 'members')], ['ORDER BY'])
    expect(work(seeking, seeking, small)).to.include({
      subject: 'latest snapshots',
      unit: 'faults',
      value: 0,
      population: 2,
    })
  })

  it('names the statement and the line of a scan and of an automatic index', () => {
    const reads = [read('scan', 'snapshots'), read('automatic index', 'messages'), read('search', 'messages')]
    expect(work(plan(reads, [], 'latest, statement 2'))).to.deep.include({
      value: 2,
      population: 2,
      witnesses: [
        { where: 'latest, statement 2', what: 'reads all of snapshots: scan of snapshots' },
        {
          where: 'latest, statement 2',
          what: 'makes an index for itself on messages: automatic index of messages',
        },
      ],
    })
  })

  it('is breached by a range: it holds the rows of every key', () => {
    expect(work(plan([read('range', 'messages')])).witnesses).to.deep.equal([
      { where: 'q', what: 'reads a range, whatever the key, of messages: range of messages' },
    ])
  })

  it('is breached by a sort of a statement that reads a large table', () => {
    expect(work(plan([read('search', 'messages')], ['LAST TERM OF ORDER BY'])).witnesses).to.deep.equal([
      { where: 'q', what: 'sorts in a temporary structure for LAST TERM OF ORDER BY' },
    ])
  })

  it('assumes the worst of a name that may stand for several tables', () => {
    expect(work(plan([read('scan', 'members', 'messages')])).witnesses[0]?.what).to.contain(
      'reads all of members or messages',
    )
  })

  it('says nothing when no statement reads a large table, or there is none', () => {
    expect(work(plan([read('scan', 'members')]))).to.include({ value: 0, population: 0 })
    expect(work()).to.include({ value: 0, population: 0 })
    expect(largeTableWork('m', [plan([read('scan', 'snapshots')])], [])).to.include({
      value: 0,
      population: 0,
    })
  })
})
