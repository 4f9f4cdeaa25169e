import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ACTIVITY_COLUMNS } from './activity-columns.ts'
import { activityRows } from './activity-rows.ts'
import { daysBefore } from './days-before.ts'

const NOW = '2025-12-17T12:00:00.000000Z'
const NO_GAINS = { days7: null, days30: null, days90: null, days365: null }

describe('activityRows and their columns', () => {
  it('take every figure from its own window, judged by its own length', () => {
    const gained = (days: number) => ({
      ...{ experience: days * 10, bossKills: days, from: daysBefore(NOW, 2 * days), to: NOW },
    })
    const gains = { days7: gained(7), days30: gained(30), days90: gained(90), days365: gained(365) }
    const messages = { days7: 1, days30: 2, days90: 3, total: 4 }
    const members = [{ key: 1, name: 'Ann', rank: 'owner', joinedAt: NOW }]
    const data = { now: NOW, members: new Map([[1, { messages, gains, latestSnapshot: null }]]) }
    const rows = activityRows(members, data)
    expect(rows).to.deep.equal([
      {
        ...{ name: 'Ann', rank: 'owner', joinedAt: NOW, messages },
        experience: { days7: 70, days30: 300, days90: 900, days365: 3650 },
        bossKills: { days7: 7, days30: 30, days90: 90, days365: 365 },
      },
    ])
    const [row] = rows
    expect(row && ACTIVITY_COLUMNS.map(({ title, value }) => [title, value(row)])).to.deep.equal([
      ...[
        ['Name', 'Ann'],
        ['Rank', 'owner'],
        ['Joined (UTC)', NOW],
      ],
      ...[
        ['Messages, 7 days', 1],
        ['Messages, 30 days', 2],
        ['Messages, 90 days', 3],
        ['Messages, total', 4],
      ],
      ...[
        ['Experience, 7 days', 70],
        ['Experience, 30 days', 300],
      ],
      ...[
        ['Experience, 90 days', 900],
        ['Experience, 365 days', 3650],
      ],
      ...[
        ['Boss kills, 7 days', 7],
        ['Boss kills, 30 days', 30],
      ],
      ...[
        ['Boss kills, 90 days', 90],
        ['Boss kills, 365 days', 365],
      ],
    ])
    const later = activityRows(members, { ...data, now: NOW.replace('.000000Z', '.000001Z') })
    expect(later[0]).to.deep.include({ experience: NO_GAINS, bossKills: NO_GAINS })
  })
})
