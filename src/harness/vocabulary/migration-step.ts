/** One statement that a migration sent, as the engine was given it; sent several times, it is one record. */
export interface StatementRecord {
  /** The statement with its white space folded, cut to 500 characters. */
  readonly sql: string
  /** How often it was sent. */
  readonly calls: number
  /** Wall time in milliseconds, of all calls. */
  readonly milliseconds: number
  /** Rows that it wrote or returned, in all calls; null where the engine does not say. */
  readonly rows: number | null
}

/**
 * A table that a migration closed to others while it ran, as another connection saw it: to readers by ACCESS EXCLUSIVE,
 * to writers by SHARE and everything above it.
 */
export interface LockRecord {
  readonly table: string
  readonly closes: 'readers' | 'writers'
  /** The strongest mode that was seen: `ACCESS EXCLUSIVE`. */
  readonly mode: string
  /** For how long without a break: an upper estimate, from the last look that saw the table open. */
  readonly milliseconds: number
  /** The most sessions that were seen waiting for it. */
  readonly waiting: number
}

/** Why a migration did not go through. */
export interface MigrationFailure {
  readonly message: string
}

/** One migration taken in one direction: what it cost and whether it went through. */
export interface MigrationStep {
  /** The migration's name without its timestamp: `NormalizeUserIds`. */
  readonly migration: string
  readonly direction: 'up' | 'down'
  /** Wall time in milliseconds, of the whole step, its transaction and its record included; connecting is not. */
  readonly milliseconds: number
  /** How many statements were sent. */
  readonly statements: number
  /** The statements that took most of it, most first, five at the most. */
  readonly slowest: readonly StatementRecord[]
  /** Size of the database before and after, in bytes. */
  readonly bytesBefore: number
  readonly bytesAfter: number
  /** The tables that it closed, of those that were there before. Absent on SQLite, which has no locks of tables. */
  readonly locks?: readonly LockRecord[]
  /** Absent when the step went through. */
  readonly failure?: MigrationFailure
}
