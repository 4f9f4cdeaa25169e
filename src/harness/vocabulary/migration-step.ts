/** One statement that a migration sent, as the engine was given it. */
export interface StatementRecord {
  /** The statement with its white space folded, cut to 500 characters. */
  readonly sql: string
  /** Wall time in milliseconds. */
  readonly milliseconds: number
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
  /** The slowest statements, slowest first, five at the most. */
  readonly slowest: readonly StatementRecord[]
  /** Size of the database before and after, in bytes. */
  readonly bytesBefore: number
  readonly bytesAfter: number
  /** Absent when the step went through. */
  readonly failure?: MigrationFailure
}
