import { withViewsSetAside as onPostgres } from '../postgres/with-views-set-aside.ts'
import { withViewsSetAside as onSqlite } from '../sqlite/with-views-set-aside.ts'
import { byEngine } from './by-engine.ts'

/** Runs a step that drops tables, while nothing made by hand is in its way. */
export const withViewsSetAside = byEngine(onSqlite, onPostgres)
