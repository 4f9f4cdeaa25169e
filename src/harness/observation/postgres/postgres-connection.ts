import type { Bound, Connection } from '../connection.ts'

/** A connection that also gives values as PostgreSQL writes them, whatever a driver would make of them. */
export interface PostgresConnection extends Connection {
  texts(sql: string, params?: readonly Bound[]): Promise<Texts>
}

export interface Texts {
  readonly columns: readonly TextColumn[]
  readonly rows: readonly (readonly (string | null)[])[]
}

export interface TextColumn {
  readonly name: string
  /** The number of its type in pg_type. */
  readonly type: number
}

/** @throws Error for a connection that is not the observer's own. */
export function postgresConnection(db: Connection): PostgresConnection {
  if ('texts' in db) return db as PostgresConnection
  throw new Error("Only the observer's own connection gives values exactly.")
}
