import { columnOf as onPostgres } from '../postgres/column-of.ts'
import { columnOf as onSqlite } from '../sqlite/column-of.ts'
import { byEngine } from './by-engine.ts'

/** What a column is, or undefined when there is none of that name. */
export const columnOf = byEngine(onSqlite, onPostgres)
