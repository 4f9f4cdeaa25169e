import { ensureTable as onPostgres } from '../postgres/ensure-table.ts'
import { ensureTable as onSqlite } from '../sqlite/ensure-table.ts'
import { byEngine } from './by-engine.ts'

/** Creates a table, or accepts the one that is there when it is the same. */
export const ensureTable = byEngine(onSqlite, onPostgres)
