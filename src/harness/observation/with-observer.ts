import type { OpenTarget } from '../target/open-target.ts'
import { readAhead } from '../target/read-ahead.ts'
import type { Connection } from './connection.ts'
import type { Access, Dialect } from './dialect.ts'
import { dialectOf } from './dialect-of.ts'
import { freeze } from './freeze.ts'

/** The independent witness: a connection of its own that writes nothing, and what it has to know of the engine. */
export interface Observer {
  readonly db: Connection
  readonly dialect: Dialect
}

export interface Looking {
  readonly access?: Access
  /** Most of the database is going to be read. */
  readonly whole?: boolean
}

/**
 * Looks at a target while nobody else has it open; the connection is closed whatever happens. The answer is frozen.
 * @throws StagegateError when somebody else has the lease; Error when a statement fails.
 */
export async function withObserver<T>(
  target: OpenTarget,
  look: (observer: Observer) => Promise<T>,
  { access = 'reading', whole = false }: Looking = {},
): Promise<T> {
  const dialect = dialectOf(target.engine)
  await using _lease = target.lease('observer')
  if (whole) await readAhead(target.address)
  const db = await dialect.openConnection(target.address, access)
  try {
    return freeze(await look({ db, dialect }))
  } finally {
    await db.close()
  }
}
