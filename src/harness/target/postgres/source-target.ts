import { leases } from '../leases.ts'
import type { OpenTarget } from '../open-target.ts'
import type { Source } from '../source.ts'

/**
 * A source, to be observed where it lies. The observer's sessions do not write, by the server's own word; nobody else
 * has one: asking for a data source, or to keep it, is an error. Disposing of it leaves it as it is.
 */
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
