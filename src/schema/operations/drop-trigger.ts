import { dropTrigger as onPostgres } from '../postgres/drop-trigger.ts'
import { dropTrigger as onSqlite } from '../sqlite/drop-trigger.ts'
import { byEngine } from './by-engine.ts'

/** Drops a trigger that is what the migration takes it for. */
export const dropTrigger = byEngine(onSqlite, onPostgres)
