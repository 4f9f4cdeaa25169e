import { acceptTable as onPostgres } from '../postgres/accept-table.ts'
import { acceptTable as onSqlite } from '../sqlite/accept-table.ts'
import { byEngine } from './by-engine.ts'

/** Makes sure that a table is one that a migration knows. */
export const acceptTable = byEngine(onSqlite, onPostgres)
