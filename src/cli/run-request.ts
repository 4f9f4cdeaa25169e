import type { Selection } from '../plan/read-selection.ts'
import type { RunOptions } from '../plan/run-options.ts'
import type { OnProgress } from './ports.ts'
import type { PostgresServer } from './postgres-server.ts'

/** A run of the plan on one engine, when everything that the user gave has been found good. */
export interface RunRequest {
  readonly selection: Selection
  readonly options: RunOptions
  /** The real database to rehearse, as it was named; null where a fixture is rehearsed. */
  readonly database: string | null
  /** The server of PostgreSQL that was named, or null. */
  readonly server: PostgresServer | null
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
  /** Told where a database was kept. */
  readonly onKept: (location: string) => void
}
