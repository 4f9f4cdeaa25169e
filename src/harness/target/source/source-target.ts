import { leases } from '../leases.ts'
import type { OpenTarget } from '../open-target.ts'
import type { Source } from '../source.ts'

/** A source, to be observed where it lies. Nothing but the observer's reading gets at it; disposing of it leaves it. */
export function sourceTarget({ engine, location, address }: Source): OpenTarget {
  const refuse = (): never => {
    throw new Error(`${location} is a source: it is observed, and nothing else`)
  }
  return {
    engine,
    location,
    address,
    lease: leases(location),
    dataSource: refuse,
    keep: refuse,
    async [Symbol.asyncDispose]() {},
  }
}
