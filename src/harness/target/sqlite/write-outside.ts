import Database from 'better-sqlite3'
import type { OpenTarget } from '../open-target.ts'

/** What a program sends: named parameters, such as `:name`, are bound. */
export interface OutsideStatement {
  readonly sql: string
  readonly parameters: Readonly<Record<string, string | number | null>>
}

/** What the engine said to it: refused is what a constraint or a trigger does not let in. */
export type Writing =
  | { readonly outcome: 'done'; readonly rows: number }
  | { readonly outcome: 'refused'; readonly message: string }

/**
 * Writes to a target as a program does that knows nothing of its schema: through a connection of its own, with the
 * engine's defaults, so that SQLite enforces no foreign key; each statement by itself, whatever became of the others.
 * @throws StagegateError when somebody else has the lease; and what is no refusal, such as a table that is not there.
 */
export async function writeOutside(
  target: OpenTarget,
  statements: readonly OutsideStatement[],
): Promise<readonly Writing[]> {
  await using _lease = target.lease('writer from outside')
  const database = new Database(target.location)
  try {
    // This driver's own default is not the engine's.
    database.pragma('foreign_keys = OFF')
    return statements.map((statement) => written(database, statement))
  } finally {
    database.close()
  }
}

function written(database: Database.Database, { sql, parameters }: OutsideStatement): Writing {
  try {
    return { outcome: 'done', rows: database.prepare(sql).run(parameters).changes }
  } catch (error) {
    // A statement that is wrong, or a file that is locked, is no refusal.
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) {
      return { outcome: 'refused', message: error.message }
    }
    throw error
  }
}
