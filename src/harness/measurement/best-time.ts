import type { Timing } from '../vocabulary/timing.ts'
import type { Measurement } from './measurement.ts'
import { operationWitness } from './operation-witness.ts'
import { timedOperation } from './timed-operation.ts'
import { timingFigures } from './timing-figures.ts'

/**
 * The best of the repetitions of one operation, in milliseconds: other work on the machine only ever adds to a time, so
 * that the best says most about the operation. Its population are the repetitions. It has no interval: a bound on it is
 * one against catastrophes, far from what is usual.
 * @throws RangeError for an operation that was not timed.
 */
export function bestTime(timing: Timing, name: string): Measurement {
  const operation = timedOperation(timing, name)
  const repetitions = operation.milliseconds.length
  return {
    subject: `${timing.subject}: ${name}`,
    unit: 'milliseconds',
    value: repetitions === 0 ? 0 : timingFigures(operation.milliseconds).best,
    population: repetitions,
    witnesses: [operationWitness(operation)],
    witnessCount: 1,
    usualCause: 'A query that scans a large table, or a machine that is busy with something else.',
  }
}
