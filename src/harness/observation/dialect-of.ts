import type { Engine } from '../vocabulary/engine.ts'
import type { Dialect } from './dialect.ts'
import { postgresDialect } from './postgres/postgres-dialect.ts'
import { sqliteDialect } from './sqlite/sqlite-dialect.ts'

const DIALECTS: Readonly<Record<Engine, Dialect>> = { sqlite: sqliteDialect, postgres: postgresDialect }

/** What has to be known of an engine to observe it. */
export function dialectOf(engine: Engine): Dialect {
  return DIALECTS[engine]
}
