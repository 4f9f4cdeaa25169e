import type pg from 'pg'
import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import { countRows } from './count-rows.ts'
import type { Snapshot } from './open-snapshot.ts'
import { shownTable } from './source-tables.ts'

/**
 * Counts the rows of every table in a moment of a database and in its copy.
 * @throws StagegateError where a table has not the same number of them
 */
export async function compareRows(snapshot: Snapshot, copy: pg.ClientBase, where: string): Promise<void> {
  const there = await countRows(snapshot.client, snapshot.tables)
  const here = await countRows(copy, snapshot.tables)
  const differing = [...there].flatMap(([table, rows]) =>
    here.get(table) === rows ? [] : [`${shownTable(table)} (${here.get(table)} of ${rows} rows)`],
  )
  if (differing.length === 0) return
  throw new StagegateError({
    what: `The copy has not all rows of the database: ${differing.join(', ')}.`,
    where,
    cause: 'A fault of the tools, or an extension that keeps its rows to itself.',
    next: 'Report it. Nothing was rehearsed on that copy, which has been dropped.',
  })
}
