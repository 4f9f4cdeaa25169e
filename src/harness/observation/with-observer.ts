import type { OpenTarget } from '../target/open-target.ts'
import type { Engine } from '../vocabulary/engine.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Connection } from './connection.ts'
import type { Access, Dialect } from './dialect.ts'
import { freeze } from './freeze.ts'
import { sqliteDialect } from './sqlite/sqlite-dialect.ts'

/** The independent witness: a connection of its own that writes nothing, and what it has to know of the engine. */
export interface Observer {
  readonly db: Connection
  readonly dialect: Dialect
}

const DIALECTS: Readonly<Partial<Record<Engine, Dialect>>> = { sqlite: sqliteDialect }

/**
 * Looks at a target while nobody else has it open; the connection is closed whatever happens. The answer is frozen.
 * @throws StagegateError when somebody else has the lease; Error when a statement fails.
 */
export async function withObserver<T>(
  target: OpenTarget,
  look: (observer: Observer) => Promise<T>,
  access: Access = 'reading',
): Promise<T> {
  const dialect = DIALECTS[target.engine]
  if (dialect === undefined) {
    throw new StagegateError({ what: `There is no observer for ${target.engine}.`, where: target.location })
  }
  await using _lease = target.lease('observer')
  const db = await dialect.openConnection(target.location, access)
  try {
    return freeze(await look({ db, dialect }))
  } finally {
    await db.close()
  }
}
