import type { JudgedFigures } from '../../gate/judged-figures.ts'
import type { Judgement } from '../../gate/judgement.ts'

/** A gate of the sample plan and what it judged. */
export type SampleRow = readonly [
  code: string,
  title: string,
  judgements: readonly Partial<Judgement>[],
  advisory?: boolean,
]

const share = (value: number, limit: number): JudgedFigures => ({
  ...{ unit: 'share', value, bound: 'at least', limit },
})

const links: readonly Partial<Judgement>[] = [
  {
    subject: 'clan_members.id',
    measured: '100 % (305 of 305 rows)',
    tolerance: 'at least 100 %',
    figures: share(305, 1),
    population: 305,
  },
  {
    subject: 'wom_snapshots.user_id',
    measured: '99.35 % (95,474 of 96,097 rows)',
    tolerance: 'at least 99.3 %',
    figures: share(95_474, 0.993),
    population: 96_097,
  },
  {
    subject: 'discord_messages.user_id',
    measured: '52.82 % (309,793 of 586,551 rows)',
    tolerance: 'at least 52.8 %',
    figures: share(309_793, 0.528),
    population: 586_551,
  },
  {
    subject: 'boss_snapshots.wom_snapshot_id',
    measured: '100 % (427,557 of 427,557 rows)',
    tolerance: 'at least 100 %',
    figures: share(427_557, 1),
    population: 427_557,
  },
]

const none = { measured: '0 of 1,110,510 rows', tolerance: 'none', population: 1_110_510 }

/** Thirteen gates as a plan could have them, with what they measured at production's size. */
export const SAMPLE_ROWS: readonly SampleRow[] = [
  [
    'MIG101',
    'the sequence runs to head and every migration is recorded',
    [{ subject: 'recorded migrations', measured: '6 in order', tolerance: 'all 6, in order', population: 6 }],
  ],
  [
    'MIG102',
    'a second run changes nothing',
    [{ subject: 'fingerprint', measured: 'identical', tolerance: 'identical', population: 1_110_510 }],
  ],
  [
    'MIG106',
    'no migration takes longer than its budget',
    [
      {
        subject: 'NormalizeUserIds',
        measured: '14.1 × copying',
        tolerance: 'at most 25 × copying',
        figures: { unit: 'ratio', value: 14.1, bound: 'at most', limit: 25 },
        population: 3,
      },
    ],
    true,
  ],
  [
    'SCH201',
    'the catalog after each migration is the accepted baseline',
    [
      { subject: 'NormalizeUserIds', measured: 'no difference', tolerance: 'no difference', population: 41 },
      { subject: 'AddMissingIndexes', measured: 'no difference', tolerance: 'no difference', population: 38 },
    ],
  ],
  [
    'SCH203',
    'every index of the refactoring is used by a query of the product',
    [{ subject: 'indexes', measured: '7 of 7 used', tolerance: 'all', population: 7 }],
  ],
  ['DAT301', 'every row that has a parent is linked to it', links],
  [
    'DAT302',
    'every link goes to the member whose name the row carries',
    [{ ...none, subject: 'links to the wrong member' }],
  ],
  [
    'DAT303',
    'no row refers to a parent that does not exist',
    [
      { ...none, subject: 'orphans, by the engine' },
      { ...none, subject: 'orphans, counted' },
    ],
  ],
  [
    'DAT306',
    'ids of 64 bits survive exactly',
    [
      {
        subject: 'discord_messages',
        measured: '586,551 of 586,551 intact',
        tolerance: 'all',
        population: 586_551,
      },
    ],
  ],
  [
    'PRF403',
    'by id is faster than by username',
    [
      {
        subject: 'message counts of 30 days: by username over by id',
        measured: '1,390 times faster than by username',
        tolerance: 'at least 100 times faster than by username',
        figures: {
          ...{ unit: 'ratio', value: 1390, interval: { low: 1371, high: 1426 } },
          ...{ bound: 'at least', limit: 100 },
        },
        population: 7,
      },
    ],
  ],
  [
    'PRF405',
    'time does not grow faster than the rows',
    [
      {
        subject: 'latest snapshots by id, as the rows grow: from "staging" to "load"',
        measured: '10.3 × at 100 × the rows',
        tolerance: 'at most the rows',
        figures: { unit: 'ratio', value: 0.103, bound: 'at most', limit: 1 },
        population: 3,
      },
    ],
  ],
  [
    'ROL501',
    'every migration of the refactoring alone can be taken back',
    [
      { subject: 'DropUnusedTables', measured: 'identical', tolerance: 'identical', population: 1_310_510 },
      { subject: 'AddMissingIndexes', measured: 'identical', tolerance: 'identical', population: 1_310_510 },
      { subject: 'NormalizeUserIds', measured: 'identical', tolerance: 'identical', population: 1_310_510 },
    ],
  ],
  [
    'ROL503',
    'child rows survive the way down',
    [
      {
        subject: 'child rows',
        measured: '1,010,205 of 1,010,205 left',
        tolerance: 'all',
        population: 1_010_205,
      },
    ],
  ],
]
