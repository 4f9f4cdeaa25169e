import { withTablesRebuilt as onPostgres } from '../postgres/with-tables-rebuilt.ts'
import { withTablesRebuilt as onSqlite } from '../sqlite/with-tables-rebuilt.ts'
import { byEngine } from './by-engine.ts'

/** Runs a step that rebuilds the tables named, while nothing made by hand is in its way. */
export const withTablesRebuilt = byEngine(onSqlite, onPostgres)
