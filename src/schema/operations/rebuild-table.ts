import { rebuildTable as onPostgres } from '../postgres/rebuild-table.ts'
import { rebuildTable as onSqlite } from '../sqlite/rebuild-table.ts'
import { byEngine } from './by-engine.ts'

/** Gives a table another definition. Only within `withTablesRebuilt`. */
export const rebuildTable = byEngine(onSqlite, onPostgres)
