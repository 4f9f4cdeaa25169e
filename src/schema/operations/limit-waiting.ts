import { limitWaiting as onPostgres } from '../postgres/limit-waiting.ts'
import { limitWaiting as onSqlite } from '../sqlite/limit-waiting.ts'
import { byEngine } from './by-engine.ts'

/** Sees to it that the migration in this transaction waits for locks, and works, for a limited time. */
export const limitWaiting = byEngine(onSqlite, onPostgres)
