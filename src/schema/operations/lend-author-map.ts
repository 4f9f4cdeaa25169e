import { lendAuthorMap as onPostgres } from '../postgres/lend-author-map.ts'
import { lendAuthorMap as onSqlite } from '../sqlite/lend-author-map.ts'
import { byEngine } from './by-engine.ts'

/** Makes a temporary table from authors' names and the ids of their members; its name. */
export const lendAuthorMap = byEngine(onSqlite, onPostgres)
