import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Lease } from './open-target.ts'

/** Hands out one lease at a time. */
export function leases(location: string): (holder: string) => Lease {
  let current: Lease | undefined
  return (holder) => {
    if (current !== undefined) {
      throw new StagegateError({
        what: `The database is open by the ${current.holder}; the ${holder} has to wait until that is closed.`,
        where: location,
        cause: 'A migration or an observation was started before the one before it had been awaited.',
        next: 'Await the first one.',
      })
    }
    const lease: Lease = {
      holder,
      async [Symbol.asyncDispose]() {
        if (current === lease) current = undefined
      },
    }
    current = lease
    return lease
  }
}
