import type { LockRecord } from '../vocabulary/migration-step.ts'

/** Looks at the locks of migrations while they run. Looking never fails: what went wrong is told at the end. */
export interface LockWatch {
  /** A migration begins: the tables that are there now are those that it can close. */
  begin(): Promise<void>
  /** Looks at this moment, besides looking all the time. */
  look(): Promise<void>
  /** Stops looking. Ending twice is ending once. */
  end(): Promise<void>
  /**
   * The tables that each migration closed, in the order in which they began.
   * @throws StagegateError when something kept it from looking
   */
  records(): readonly (readonly LockRecord[])[]
}
