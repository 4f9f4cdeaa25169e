import type { Engine } from '../vocabulary/engine.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Dialect } from './dialect.ts'
import { sqliteDialect } from './sqlite/sqlite-dialect.ts'

const DIALECTS: Readonly<Partial<Record<Engine, Dialect>>> = { sqlite: sqliteDialect }

/** What has to be known of an engine to observe it. @throws StagegateError for an engine without an observer. */
export function dialectOf(engine: Engine): Dialect {
  const dialect = DIALECTS[engine]
  if (dialect === undefined) throw new StagegateError({ what: `There is no observer for ${engine}.` })
  return dialect
}
