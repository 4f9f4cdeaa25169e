import { StagegateError } from '../../vocabulary/stagegate-error.ts'

/** A database that cannot be replaced, because somebody has it open. @param who `4711 (python3)`; empty where that is not known */
export function inUse(file: string, who: readonly string[], cause?: unknown): StagegateError {
  return new StagegateError(
    {
      what:
        who.length === 0
          ? 'Somebody has the database open: it is locked.'
          : `Somebody has the database open: ${who.length === 1 ? 'process' : 'processes'} ${who.join(', ')}.`,
      where: file,
      cause: 'An application, a shell of SQLite, or another restore that is under way.',
      next: 'Stop whatever works with it, then restore again. Nothing has been changed.',
    },
    { cause },
  )
}
