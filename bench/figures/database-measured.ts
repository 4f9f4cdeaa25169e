import type { Verdict } from '../../src/harness/verdict/verdict.ts'
import type { Pair } from './compare.ts'
import type { TimeByKind } from './time-by-kind.ts'

/** What was measured on a database as Alembic left it. Times are in milliseconds, by the clock on the wall. */
export interface DatabaseMeasured {
  /** The fixture that it was made of: `production-10000-at-DedupSnapshots`. */
  readonly label: string
  readonly bytes: number
  readonly copying: CopyingMeasured
  readonly verdict: VerdictMeasured
  readonly backup: BackupsMeasured
}

export interface CopyingMeasured {
  /** Reading and writing all bytes, and the copy that is rehearsed on. */
  readonly rehearsed: readonly Pair[]
  /** Reading and writing all bytes, forced to the disk, and the online backup that lasts. In turns with the others. */
  readonly lasting: readonly Pair[]
}

export interface VerdictMeasured {
  /** Without its folder for reports. */
  readonly command: string
  /** The hand-written migrations, and the whole run. */
  readonly pairs: readonly Pair[]
  readonly peakBytes: readonly (number | null)[]
  /** Of every run. */
  readonly verdicts: readonly Verdict[]
  /** Why, in a sentence; of every run. */
  readonly sentences: readonly string[]
  /** Of the last run. */
  readonly timeByKind: readonly TimeByKind[]
}

export interface BackupsMeasured {
  readonly create: CommandMeasured
  /** Over a database of the same size, of which a safety copy is kept. */
  readonly restore: CommandMeasured
}

/** A command, from the start of its process to its end. */
export interface CommandMeasured {
  readonly milliseconds: readonly number[]
  /** Of its whole tree of processes, in bytes; null where the system does not tell. */
  readonly peakBytes: readonly (number | null)[]
}
