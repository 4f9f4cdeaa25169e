/** How a user names what a URL leads to: errors speak of that. */
export interface UrlOption {
  readonly subject: string
  /** Every way to name it. */
  readonly where: string
  readonly example: string
  /** Whether it has to name a database, too. */
  readonly namesDatabase: boolean
}

/** The server that a run works on. */
export const SERVER_OPTION: UrlOption = {
  subject: 'The URL of the PostgreSQL server',
  where: '--postgres-url or STAGEGATE_POSTGRES_URL',
  example: 'postgresql://user:password@host:5432/postgres',
  namesDatabase: false,
}

/** A real database: it is read. */
export const DATABASE_OPTION: UrlOption = {
  subject: 'The URL of the database',
  where: '--database',
  example: 'postgresql://user:password@host:5432/database',
  namesDatabase: true,
}
