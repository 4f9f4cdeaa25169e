import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { PipelineRun } from './pipeline-run.ts'
import { unfinishedRun } from './unfinished-run.ts'

const WHOLE = {
  state: 'head',
  family: 'by id',
  failures: [],
  members: 2,
  csv: 'name\r\n"Bob"\r\n"J\nO"\r\n',
  workbook: new Uint8Array([0x50, 0x4b, 3, 4]),
  export: '{"members":[{},{}]}',
} as unknown as PipelineRun

describe('unfinishedRun', () => {
  it('holds for a run that left everything', () => {
    expect(unfinishedRun(WHOLE)).to.include({ value: 0, population: 4 })
  })

  for (const [what, broken] of [
    [
      'a failure of the harvest',
      { failures: [{ source: 'player', of: 'Bob', kind: 'timed out', reason: '' }] },
    ],
    ['a CSV file that ends early', { csv: 'name\r\n"Bob"\r\n' }],
    ['a file that is no workbook', { workbook: new Uint8Array([0x3c, 0x68]) }],
    ['an empty workbook', { workbook: new Uint8Array() }],
    ['an export without a member', { export: '{"members":[{}]}' }],
  ] as const) {
    it(`is breached by ${what}`, () => {
      expect(unfinishedRun({ ...WHOLE, ...broken }).value).to.equal(1)
    })
  }
})
