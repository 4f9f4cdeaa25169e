import type { Answered } from './answered.ts'
import type { Failed } from './failed.ts'

/** Whom a harvest has to remove: all who left, if they are a fifth of the clan at most and the list says who is in it. */
export function removedBy({ leavers, players }: Answered, failed: Failed): readonly string[] {
  const unsure = failed.list || failed.entries.size > 0
  return !unsure && leavers.length * 5 <= leavers.length + players.length ? leavers : []
}
