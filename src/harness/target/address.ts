/** How a program reaches a database. It may hold a password: people are shown a target's `location`, never this. */
export type Address = SqliteAddress | PostgresAddress

export interface SqliteAddress {
  readonly engine: 'sqlite'
  readonly file: string
}

/** A database on a server of PostgreSQL. */
export interface PostgresAddress {
  readonly engine: 'postgres'
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}
