import { fillColumn as onPostgres } from '../postgres/fill-column.ts'
import { fillColumn as onSqlite } from '../sqlite/fill-column.ts'
import { byEngine } from './by-engine.ts'

/** Gives a column that was added its values. */
export const fillColumn = byEngine(onSqlite, onPostgres)
