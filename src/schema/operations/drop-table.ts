import { dropTable as onPostgres } from '../postgres/drop-table.ts'
import { dropTable as onSqlite } from '../sqlite/drop-table.ts'
import { byEngine } from './by-engine.ts'

/** Drops a table that nothing else depends on. */
export const dropTable = byEngine(onSqlite, onPostgres)
