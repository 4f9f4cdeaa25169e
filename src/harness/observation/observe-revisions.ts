import type { OpenTarget } from '../target/open-target.ts'
import { withObserver } from './with-observer.ts'

/** Alembic's own table, by its default name. */
const TABLE = 'alembic_version'

/**
 * What Alembic has recorded, sorted: one revision as a rule, the last one that was applied. Null without its table, or
 * where a table of that name has no such column.
 */
export function observeRevisions(target: OpenTarget): Promise<readonly string[] | null> {
  return withObserver(target, async ({ db, dialect }) => {
    const columns = (await dialect.readTables(db)).get(TABLE)
    if (!columns?.some(({ name }) => name === 'version_num')) return null
    const rows = await db.all<{ revision: string }>(
      `SELECT coalesce(CAST(version_num AS TEXT), '') AS revision FROM ${TABLE} ORDER BY 1`,
    )
    return rows.map(({ revision }) => revision)
  })
}
