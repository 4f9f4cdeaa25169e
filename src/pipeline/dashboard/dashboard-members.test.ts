import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SchemaError } from '../../schema/schema-error.ts'
import type { SnapshotFigures } from '../analytics/snapshot-figures.ts'
import { dashboardMembers } from './dashboard-members.ts'

const NOW = '2025-12-22T15:00:00.000000Z'
const EARLIER = '2025-12-20T00:00:00.000000Z'
const NONE = { experience: null, bossKills: null }

const member = (key: number | null, name: string) => ({ key, name, rank: 'owner', joinedAt: EARLIER })
const snapshot = (totalXp: number | null): SnapshotFigures => ({
  ...{ id: 1, timestamp: NOW, totalXp, totalBossKills: -1, ehp: 1.5, ehb: null },
})
const figures = (totalXp: number | null, experience: number | null, from = EARLIER) => ({
  now: NOW,
  messages: new Map([[1, 5]]),
  gains: new Map([[1, { experience, bossKills: 2, from, to: NOW }]]),
  latest: new Map([[1, snapshot(totalXp)]]),
})

describe('dashboardMembers', () => {
  it('says what is known, 0 for no messages, and nothing of who cannot be told from others', () => {
    const members = dashboardMembers([member(3, 'Zoe'), member(null, 'Bob'), member(1, 'ann')], figures(9, 4))
    const same = { rank: 'owner', joinedAt: EARLIER }
    expect(members).to.deep.equal([
      {
        ...{ name: 'ann', ...same, latestSnapshot: { takenAt: NOW, experience: 9, bossKills: -1 } },
        days30: { messages: 5, experience: 4, bossKills: 2 },
      },
      { name: 'Bob', ...same, latestSnapshot: null, days30: { messages: null, ...NONE } },
      { name: 'Zoe', ...same, latestSnapshot: null, days30: { messages: 0, ...NONE } },
    ])
  })

  it('counts gains as the activity report does: none from one snapshot alone', () => {
    const [ann] = dashboardMembers([member(1, 'ann')], figures(null, 0, NOW))
    expect(ann?.days30).to.deep.equal({ messages: 5, ...NONE })
    expect(ann?.latestSnapshot?.experience).to.equal(null)
  })

  it('refuses figures that are not whole or not exact, and has no -0', () => {
    for (const wrong of [1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const refused of [figures(wrong, 0), figures(0, wrong)]) {
        expect(() => dashboardMembers([member(1, 'ann')], refused)).to.throw(
          SchemaError,
          'the figures of "ann"',
        )
      }
    }
    const [ann] = dashboardMembers([member(1, 'ann')], figures(-0, -0))
    expect(Object.is(ann?.latestSnapshot?.experience, 0)).to.equal(true)
    expect(Object.is(ann?.days30.experience, 0)).to.equal(true)
  })
})
