import { dropColumn as onPostgres } from '../postgres/drop-column.ts'
import { dropColumn as onSqlite } from '../sqlite/drop-column.ts'
import { byEngine } from './by-engine.ts'

/** Drops a column that nothing else uses; every other one keeps its place. */
export const dropColumn = byEngine(onSqlite, onPostgres)
