import type { Moment } from '../../../src/schema/values/moment.ts'

/** A column's text as a moment. Both stored forms have the same characters in the same places. */
export function momentOf(stored: string): Moment {
  return `${stored.slice(0, 10)}T${stored.slice(11, 26)}Z`
}
