import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { limitWaiting } from './limit-waiting.ts'
import { type Carried, readCarried } from './read-carried.ts'
import { BESIDE, duringRebuilding, type Rebuilding } from './rebuilding.ts'
import { refuseUncarried } from './refuse-uncarried.ts'
import { swapTables } from './swap-tables.ts'
import { tableId } from './table-id.ts'

/**
 * Memory for sorting what becomes an index, and for joining rows with their parents. What runs once is not compiled.
 * A parent is looked up by its index: the few pages of parents stay in memory.
 */
const SETTINGS = `SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '64MB'; SET LOCAL jit = off;
  SET LOCAL random_page_cost = 1.1`

/**
 * Runs a step that rebuilds tables, all in one transaction. New tables are built beside the old ones, which stay open to
 * readers meanwhile, and closed to writers; the old ones go, and the new ones take their places, at the very end.
 * @param tables every table that the step rebuilds
 * @throws SchemaError when something depends on them that would not survive.
 */
export async function withTablesRebuilt(
  runner: QueryRunner,
  tables: readonly string[],
  step: () => Promise<void>,
): Promise<void> {
  if (!runner.isTransactionActive) return inTransaction(runner, () => withTablesRebuilt(runner, tables, step))
  const present: string[] = []
  for (const table of tables) if ((await tableId(runner, table)) !== undefined) present.push(table)
  // All at once, so that nobody who writes to several of them is met halfway; and before anything is read, so that
  // nobody adds an index that is not.
  const names = present.map(quoteName).join(', ')
  if (present.length > 0) await runner.query(`LOCK TABLE ${names} IN SHARE ROW EXCLUSIVE MODE`)
  const carried = new Map<string, Carried>()
  for (const table of present) {
    const found = await readCarried(runner, table)
    if (found !== undefined) carried.set(table, found)
  }
  await refuseUncarried(runner, tables)
  const [{ home, path } = { home: '', path: '' }]: { home: string; path: string }[] = await runner.query(
    `SELECT current_schema() AS home, current_setting('search_path') AS path`,
  )
  const rebuilding: Rebuilding = { home, carried, begun: [], links: new Map() }
  await runner.query(SETTINGS)
  // Large tables are read from their beginning, whoever else is reading them: their rows keep their order.
  await runner.query('SET LOCAL synchronize_seqscans = off')
  await runner.query(`CREATE SCHEMA ${BESIDE}`)
  await runner.query(`SET LOCAL search_path TO ${BESIDE}, ${path}`)
  await duringRebuilding(runner, rebuilding, step)
  await swapTables(runner, rebuilding, path)
}

async function inTransaction(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  await runner.startTransaction()
  try {
    await limitWaiting(runner)
    await work()
    await runner.commitTransaction()
  } catch (error) {
    await runner.rollbackTransaction()
    throw error
  }
}
