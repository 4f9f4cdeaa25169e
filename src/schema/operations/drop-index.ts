import { dropIndex as onPostgres } from '../postgres/drop-index.ts'
import { dropIndex as onSqlite } from '../sqlite/drop-index.ts'
import { byEngine } from './by-engine.ts'

/** Drops an index that is what the migration takes it for. */
export const dropIndex = byEngine(onSqlite, onPostgres)
