import { StagegateError } from '../../vocabulary/stagegate-error.ts'

/** A database that cannot be replaced, because somebody has it open. */
export function inUse(where: string, who: readonly string[], cause?: unknown): StagegateError {
  return new StagegateError(
    {
      what: `Somebody has the database open${who.length === 0 ? '' : `: ${who.join(', ')}`}.`,
      where,
      cause: 'An application, psql, a transaction that was prepared and not ended, or another restore.',
      next: 'Stop whatever works with it, then restore again. Nothing has been changed.',
    },
    { cause },
  )
}
