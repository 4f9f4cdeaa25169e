import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Superseded } from '../../verdict/run-record.ts'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { supersededText } from './superseded-text.ts'

const again: Superseded = {
  gate: 'DAT301',
  name: 'it',
  uri: 'a.feature',
  line: 12,
  engine: 'sqlite',
  status: 'failed',
  why: 'a.feature:12 failed before it could judge: timed\nout',
  startedAt: '2026-11-22T13:40:07.120Z',
}

describe('what was run again, as text', () => {
  it('says of each scenario why its first word does not count', () => {
    expect(supersededText(sampleRun({ superseded: [again] }))).to.equal(
      'Run again, because it could not judge:\n  a.feature:12 on SQLite in the run of 2026-11-22T13:40:07.120Z: a.feature:12 failed before it could judge: timed out',
    )
  })

  it('is bounded, and nothing where nothing was', () => {
    const many = Array.from({ length: 25 }, () => again)
    expect(
      supersededText(sampleRun({ superseded: many }))
        .split('\n')
        .slice(-1),
    ).to.deep.equal(['  and 5 more'])
    expect(supersededText(sampleRun())).to.equal('')
  })
})
