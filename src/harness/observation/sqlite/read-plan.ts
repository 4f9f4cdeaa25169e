import type { Connection } from '../connection.ts'
import type { FullScan, NamedQuery, QueryPlan } from '../query-plan.ts'
import { aliasesIn } from './aliases-in.ts'

const SCAN = /^SCAN (.+?)(?: USING (COVERING )?INDEX (.+)| VIRTUAL TABLE .*| LEFT-JOIN)?$/
// SQLite says SEARCH of every min() and max(). Without an index that reads the whole table, unless it is of the row
// id; the two look the same, and a scan that is not reported would be the worse mistake.
const EXTREME = /^SEARCH (\S+)$/
const SORT = /^USE TEMP B-TREE FOR (.+)$/
const DERIVED = /^(?:MATERIALIZE|CO-ROUTINE) (.+)$/

/** EXPLAIN QUERY PLAN of one query, its parameters left unbound. */
export async function readPlan(db: Connection, { name, sql }: NamedQuery): Promise<QueryPlan> {
  const rows = await db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
  const objects = await db.all<{ type: string; name: string }>(
    "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'index')",
  )
  const namesOf = (type: string) =>
    objects.filter((object) => object.type === type).map((object) => object.name)
  const steps = rows.map(({ detail }) => detail)
  return {
    name,
    steps,
    scans: scansIn(steps, sql, namesOf('table')),
    indexes: namesOf('index')
      .filter((index) => steps.some((step) => usesIndex(step, index)))
      .sort(),
    sorts: steps.map((step) => SORT.exec(step)?.[1]).filter((sort) => sort !== undefined),
  }
}

function scansIn(steps: readonly string[], sql: string, tables: readonly string[]): readonly FullScan[] {
  const { tableOf, derived } = aliasesIn(sql, tables)
  const made = new Set([...derived, ...steps.map((step) => DERIVED.exec(step)?.[1]?.toLowerCase())])
  return steps.flatMap((step) => {
    const [, subject, covering, index] = SCAN.exec(step) ?? EXTREME.exec(step) ?? []
    if (subject === undefined || /^\(|^(?:\d+ )?CONSTANT ROWS?$/.test(subject)) return []
    if (made.has(subject.toLowerCase())) return []
    const by = index === undefined ? 'table' : covering === undefined ? 'index' : 'covering index'
    return [{ table: tableOf.get(subject.toLowerCase()) ?? subject, by }]
  })
}

/** Whether a step reads this index; its name may hold anything, so it is looked for as it is. */
function usesIndex(step: string, index: string): boolean {
  const [, used] = /USING (?:COVERING )?INDEX (.+)$/.exec(step) ?? []
  return used !== undefined && (used === index || used.startsWith(`${index} (`))
}
