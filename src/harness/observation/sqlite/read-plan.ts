import type { Bound, Connection } from '../connection.ts'
import type { FullScan, NamedQuery, QueryPlan } from '../query-plan.ts'
import { type NamedRead, readsIn } from './reads-in.ts'

const SORT = /^USE TEMP B-TREE FOR (.+)$/
const USED_INDEX = /USING (?:COVERING )?INDEX (.+)$/
const AFTER_INDEX = /^(?: \(.*\))?(?: LEFT-JOIN| FOR IN-OPERATOR)?$/

/** EXPLAIN QUERY PLAN of one query; without values its parameters are left unbound. */
export async function readPlan(
  db: Connection,
  { name, sql }: NamedQuery,
  values?: readonly Bound[],
): Promise<QueryPlan> {
  const rows = await db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values)
  const objects = await db.all<{ type: string; name: string; table: string }>(
    `SELECT type, name, tbl_name AS "table" FROM sqlite_master WHERE type IN ('table', 'index')`,
  )
  const tables = objects.filter(({ type }) => type === 'table').map((table) => table.name)
  const indexes = objects.filter(({ type }) => type === 'index')
  const steps = rows.map(({ detail }) => detail)
  const tableOfIndex = new Map(indexes.map((index) => [index.name, index.table]))
  const reads = readsIn(steps, sql, { tables, tableOfIndex })
  return {
    name,
    steps,
    reads: reads.map(({ tables: read, how, step }) => ({ tables: read, how, step })),
    scans: reads.flatMap(scanOf),
    indexes: indexes
      .map((index) => index.name)
      .filter((index) => steps.some((step) => usesIndex(step, index)))
      .sort(),
    sorts: steps.map((step) => SORT.exec(step)?.[1]).filter((sort) => sort !== undefined),
  }
}

function scanOf({ tables, name, by }: NamedRead): readonly FullScan[] {
  const [table = name, ...others] = tables
  return by === null ? [] : [{ table: others.length === 0 ? table : name, by }]
}

/** Whether a step reads this index; its name may hold anything, so it is looked for as it is. */
function usesIndex(step: string, index: string): boolean {
  const [, used] = USED_INDEX.exec(step) ?? []
  return used?.startsWith(index) === true && AFTER_INDEX.test(used.slice(index.length))
}
