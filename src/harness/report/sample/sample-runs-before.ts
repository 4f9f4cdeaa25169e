import type { RunsBefore, Trend } from '../../verdict/runs-before.ts'

/**
 * What changed since a run of the day before, and two values over six runs, for tests: of a gate about data, of one about
 * time, and of one that the plan does not have any more.
 */
export function sampleRunsBefore(data = 'DAT301', time = 'PRF403'): RunsBefore {
  return {
    previous: { startedAt: '2026-11-21T13:40:07.120Z', commit: '8d0aa1f3', verdict: 'GO' },
    turned: [
      { gate: data, from: 'held', to: 'breached' },
      { gate: 'DAT399', from: 'held', to: null },
    ],
    moved: [
      { gate: data, subject: 'wom_snapshots.user_id', unit: 'share', from: 95_474, to: 87_640 },
      { gate: time, subject: 'message counts of 30 days', unit: 'ratio', from: 1402, to: 1390 },
    ],
    trends: [
      trend(data, 'wom_snapshots.user_id', 'share', [95_400, 95_474, 95_474, 95_470, 95_474, 87_640]),
      trend(time, 'message counts of 30 days', 'ratio', [1371, 1420, 1399, 1388, 1402, 1390]),
    ],
  }
}

function trend(gate: string, subject: string, unit: Trend['unit'], values: readonly number[]): Trend {
  return {
    ...{ gate, subject, unit, bound: 'at least', limit: unit === 'share' ? 0.993 : 100 },
    points: values.map((value, index) => ({
      startedAt: `2026-11-${17 + index}T13:40:07.120Z`,
      value,
      outcome: unit === 'share' && value < 95_424 ? 'breached' : 'held',
    })),
  }
}
