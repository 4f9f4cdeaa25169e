import { ensureIndex as onPostgres } from '../postgres/ensure-index.ts'
import { ensureIndex as onSqlite } from '../sqlite/ensure-index.ts'
import { byEngine } from './by-engine.ts'

/** Creates an index, or accepts the one that is there when it is the same. */
export const ensureIndex = byEngine(onSqlite, onPostgres)
