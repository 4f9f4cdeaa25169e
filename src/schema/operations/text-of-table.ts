import { textOfTable as onPostgres } from '../postgres/text-of-table.ts'
import { textOfTable as onSqlite } from '../sqlite/text-of-table.ts'
import { byEngine } from './by-engine.ts'

/** The text in which a table keeps what a migration noted of it. */
export const textOfTable = byEngine(onSqlite, onPostgres)
