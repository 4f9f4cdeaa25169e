import { ensureTrigger as onPostgres } from '../postgres/ensure-trigger.ts'
import { ensureTrigger as onSqlite } from '../sqlite/ensure-trigger.ts'
import { byEngine } from './by-engine.ts'

/** Creates a trigger, or accepts the one that is there when it is the same. */
export const ensureTrigger = byEngine(onSqlite, onPostgres)
