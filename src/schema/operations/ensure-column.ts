import { ensureColumn as onPostgres } from '../postgres/ensure-column.ts'
import { ensureColumn as onSqlite } from '../sqlite/ensure-column.ts'
import { byEngine } from './by-engine.ts'

/** Adds a column at the end of a table, or accepts the one that is there when it is the same. */
export const ensureColumn = byEngine(onSqlite, onPostgres)
