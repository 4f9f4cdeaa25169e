import type { TimedOperation, Timing } from '../vocabulary/timing.ts'

/** @throws RangeError for a name that the timing does not have, with those that it has. */
export function timedOperation({ subject, operations }: Timing, name: string): TimedOperation {
  const operation = operations.find((candidate) => candidate.name === name)
  if (operation) return operation
  const names = operations.map((candidate) => candidate.name).join(', ')
  throw new RangeError(`${subject}: nothing called "${name}" was timed; there are: ${names}`)
}
