import { tableExists as onPostgres } from '../postgres/table-exists.ts'
import { tableExists as onSqlite } from '../sqlite/table-exists.ts'
import { byEngine } from './by-engine.ts'

/** Whether there is a table of this name. */
export const tableExists = byEngine(onSqlite, onPostgres)
