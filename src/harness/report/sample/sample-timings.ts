import type { Timing } from '../../vocabulary/timing.ts'

/** The same answer by username and by id, and one query on three sizes of database, for tests. */
export const sampleTimings = (): { readonly methods: Timing; readonly growth: Timing } => ({
  methods,
  growth,
})

const methods: Timing = {
  subject: 'message counts of 30 days',
  clock: 'wall clock',
  operations: [
    { name: 'by username', milliseconds: [1286.4, 1274.9, 1301.2, 1280, 1279.3, 1344.8, 1284.1] },
    { name: 'by id', milliseconds: [0.93, 0.91, 0.92, 1.04, 0.9, 0.92, 1.31] },
  ],
}

const growth: Timing = {
  subject: 'latest snapshots by id, as the rows grow',
  clock: 'wall clock',
  operations: [
    { name: 'staging', rows: 111_051, milliseconds: [0.21, 0.2, 0.22, 0.2, 0.2] },
    { name: 'production', rows: 1_110_510, milliseconds: [0.56, 0.61, 0.55, 0.58, 0.56] },
    { name: 'load', rows: 11_105_100, milliseconds: [2.11, 1.98, 2.02, 2.4, 2.05] },
  ],
}
