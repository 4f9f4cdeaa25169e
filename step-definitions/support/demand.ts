import type { Tolerance } from '../../src/harness/gate/tolerance.ts'
import type { Measurement } from '../../src/harness/measurement/measurement.ts'

/** A measurement and what the plan allows of it. */
export type Demand = readonly [Measurement, Tolerance]
