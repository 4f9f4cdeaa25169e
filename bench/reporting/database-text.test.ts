import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Pair } from '../figures/compare.ts'
import type { DatabaseMeasured } from '../figures/database-measured.ts'
import { databaseText } from './database-text.ts'

const pair = (floor: number, ours: number): Pair => ({
  floor: { milliseconds: floor, cpuMilliseconds: null },
  ours: { milliseconds: ours, cpuMilliseconds: null },
})
const measured: DatabaseMeasured = {
  label: 'production-10000-at-DedupSnapshots',
  bytes: 1.14e9,
  copying: {
    rehearsed: [pair(1100, 1200), pair(1300, 1700)],
    lasting: [pair(1400, 2000), pair(1600, 2200)],
  },
  verdict: {
    command: 'node x',
    pairs: [pair(7000, 70_000), pair(7000, 71_000)],
    peakBytes: [1e9, 1.1e9],
    verdicts: ['UNPROVEN', 'GO'],
    sentences: ['a gate was too close to call', 'all held'],
    timeByKind: [{ kind: 'copying', milliseconds: 9000, steps: 3 }],
  },
  backup: {
    create: { milliseconds: [4000, 6000], peakBytes: [2e8, 3e8] },
    restore: { milliseconds: [8000, 9000], peakBytes: [2e8, null] },
  },
}

describe('databaseText', () => {
  const text = databaseText(measured)
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) =>
      line
        .split('│')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

  it('shows each of our copies beside the plain one', () => {
    expect(cells).to.deep.include.members([
      ['Reading and writing its bytes', '1.2 s [1.1 s – 1.3 s]', ''],
      ['Copy to rehearse on', '1.4 s [1.2 s – 1.7 s]', ''],
      ['Reading and writing its bytes, forced to the disk', '1.5 s [1.4 s – 1.6 s]', ''],
      ['Online backup, which is on the disk', '2.1 s [2.0 s – 2.2 s]', ''],
    ])
  })

  it('shows the times of backups, and the memory of the largest run where every run was measured', () => {
    expect(cells).to.deep.include.members([
      ['stagegate backup create', '5.0 s [4.0 s – 6.0 s]', '300 MB'],
      ['stagegate backup restore, over a database as large', '8.5 s [8.0 s – 9.0 s]', 'not measured'],
    ])
  })

  it('names what it was measured on, what the verdict took its time for, and why it was not GO', () => {
    expect(text).to.contain('A database of 1.14 GB').and.to.contain('On: production-10000-at-DedupSnapshots')
    expect(cells).to.deep.include(['copying', '9.0 s', '3'])
    expect(text).to.contain('Not GO, but UNPROVEN: a gate was too close to call')
    expect(text).not.to.contain('all held')
  })
})
