import type { Address } from '../target/address.ts'
import type { OnCopied } from '../target/source.ts'
import type { Engine } from '../vocabulary/engine.ts'
import type { Backup, BackupContents, BackupRecord } from './backup.ts'
import type { Need } from './check-disk.ts'

/** A database that somebody names. */
export interface NamedDatabase {
  readonly address: Address
  /** What people are told of where it is: an absolute path, or a URL without its password. */
  readonly location: string
}

/** What a look at a database shows. */
export interface DatabaseSize {
  readonly bytes: number
  /** Every ordinary table with its rows, sorted by name. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
}

export interface WorkOptions {
  readonly onProgress?: OnCopied
  /** Breaks it off; what was written goes. The promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

export interface CheckOptions extends WorkOptions {
  /** A server on which a dump can be restored into a database that goes again afterwards; null for none. */
  readonly server: string | null
}

/** What a check could not look at, one sentence each: `no server to restore the dump on: its rows were not read`. */
export interface Checked {
  readonly unchecked: readonly string[]
}

/**
 * Makes a safety copy: gives the name of a file that is not there yet, below the folder of backups, has it written and
 * publishes it as a whole backup.
 */
export type KeepSafe = (take: (file: string) => Promise<BackupContents>) => Promise<Backup>

export interface Replacement extends CheckOptions {
  /** Checked already against its checksum. Stays as it is. */
  readonly backup: Backup
  /**
   * Called once, with the exclusive right to the database, before anything of it changes; not called where there is no
   * database yet. What it is given takes the copy and verifies it.
   */
  readonly keepSafe: KeepSafe
  /** What the safety copy needs, for whoever needs room on the same disk. It has been looked for alone already. */
  readonly safetyNeeds: readonly Need[]
}

export interface Replaced extends Checked {
  /** What was replaced; null where there was no database. */
  readonly safetyCopy: Backup | null
}

/** What backups need of an engine. One implementation each, in a folder of the engine's name. */
export interface EngineBackups {
  readonly engine: Engine
  /** Of the file's name: `.db`. */
  readonly ending: string
  /**
   * Looks without writing; null where there is no database of that name, which is no error.
   * @param recover whether a transaction that was broken off may be undone, as any opening for writing does
   * @throws StagegateError where it cannot be told: no server, no permission, not a database, locked
   */
  look(database: NamedDatabase, recover?: boolean): Promise<DatabaseSize | null>
  /**
   * Writes one consistent state into a file that is not there yet, without writing the database, and verifies it: the
   * file, or what is restored of it, has the same catalog and rows as the source in that snapshot. What cannot be
   * verified without a server is listed. The file is complete, and nothing is left beside it; publishing it (fsync,
   * checksum, name) is not its business.
   * @throws StagegateError where there is no database, or the copy is not like it
   */
  take(database: NamedDatabase, file: string, options: CheckOptions): Promise<BackupContents & Checked>
  /**
   * Whether the file holds what its record says: its own integrity, catalog and rows. The checksum has been compared.
   * @throws StagegateError, with the first difference
   */
  check(file: string, record: BackupRecord, options: CheckOptions): Promise<Checked>
  /**
   * Refuses while somebody has the database open; keeps a safety copy; replaces it by the backup, atomically: killed at
   * any moment, the database is whole in its old or its new state; verifies it then. Sweeps first what earlier
   * attempts that were killed left behind. A database that is not there is made.
   * @throws StagegateError; the database is as it was
   */
  replace(database: NamedDatabase, replacement: Replacement): Promise<Replaced>
}
