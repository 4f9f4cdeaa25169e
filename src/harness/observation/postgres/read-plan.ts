import type { Bound, Connection } from '../connection.ts'
import type { NamedQuery, QueryPlan } from '../query-plan.ts'
import { numberedParameters } from './numbered-parameters.ts'
import { type ExplainedPlan, nodesOf, type PlanNode } from './plan-node.ts'
import { readsIn } from './reads-in.ts'
import { stepOf } from './step-of.ts'

/**
 * A table that fits into a few pages is rightly read from first to last, whatever indexes it has, and a few rows are
 * rightly sorted. Planned so, a scan or a sort that remains is one that no index can spare. What a row costs is ten times
 * what it is by default, as a small table has few pages, and rows are what a large one has more of: of two indexes the
 * one that leads to fewer rows is taken, in a fixture as in production. The settings end with the transaction.
 */
const SETTINGS = [
  'SET LOCAL enable_seqscan = off',
  'SET LOCAL enable_sort = off',
  'SET LOCAL cpu_tuple_cost = 0.1',
  'SET LOCAL cpu_index_tuple_cost = 0.05',
  'SET LOCAL cpu_operator_cost = 0.025',
  'SET LOCAL jit = off',
  'SET LOCAL max_parallel_workers_per_gather = 0',
]

const PREPARED = 'stagegate_query'

/** Of a query that writes or locks, it is not asked what running it takes. */
const WRITING = new Set(['ModifyTable', 'LockRows'])

/**
 * EXPLAIN of one query. With values it is run as well, if it only reads; without them its parameters are left unbound,
 * and the plan is the one for any values. All is undone, the settings of the connection included.
 */
export async function readPlan(
  db: Connection,
  { name, sql }: NamedQuery,
  values?: readonly Bound[],
): Promise<QueryPlan> {
  await db.all('BEGIN')
  try {
    for (const setting of SETTINGS) await db.all(setting)
    const explained =
      values === undefined ? await explainUnbound(db, sql) : await explainBound(db, sql, values)
    return planOf(name, explained, await leadingColumns(db))
  } finally {
    await db.all('ROLLBACK')
    // What is prepared outlives its transaction.
    if (values === undefined) await forgetPrepared(db)
  }
}

async function explainBound(db: Connection, sql: string, values: readonly Bound[]): Promise<ExplainedPlan> {
  const numbered = numberedParameters(sql).sql
  const planned = await explain(db, '', numbered, values)
  const writes = [...nodesOf(planned.Plan)].some((node) => WRITING.has(node['Node Type']))
  return writes ? planned : explain(db, 'ANALYZE, BUFFERS, ', numbered, values)
}

/** PostgreSQL 15 plans for unknown values only what was prepared. */
async function explainUnbound(db: Connection, sql: string): Promise<ExplainedPlan> {
  const numbered = numberedParameters(sql)
  if (numbered.count === 0) return explainBound(db, sql, [])
  await db.all('SET LOCAL plan_cache_mode = force_generic_plan')
  await db.all(`PREPARE ${PREPARED} AS ${numbered.sql}`)
  const nothing = Array.from({ length: numbered.count }, () => 'NULL').join(', ')
  return explain(db, '', `EXECUTE ${PREPARED}(${nothing})`, [])
}

async function forgetPrepared(db: Connection): Promise<void> {
  const prepared = await db.all('SELECT 1 FROM pg_prepared_statements WHERE name = $1', [PREPARED])
  if (prepared.length > 0) await db.all(`DEALLOCATE ${PREPARED}`)
}

async function explain(
  db: Connection,
  options: string,
  sql: string,
  values: readonly Bound[],
): Promise<ExplainedPlan> {
  const [row] = await db.all<{ 'QUERY PLAN': unknown }>(`EXPLAIN (${options}FORMAT JSON) ${sql}`, values)
  const told = row?.['QUERY PLAN']
  const [plan] = (typeof told === 'string' ? JSON.parse(told) : told) as readonly ExplainedPlan[]
  if (plan === undefined) throw new Error(`There is no plan of: ${sql}`)
  return plan
}

function planOf(name: string, explained: ExplainedPlan, leading: ReadonlyMap<string, string>): QueryPlan {
  const nodes = [...nodesOf(explained.Plan)]
  const reads = readsIn(explained.Plan, leading)
  // An Incremental Sort puts in order what is alike so far, a handful of rows at a time.
  const sorts = nodes.filter((node) => node['Node Type'] === 'Sort')
  return {
    name,
    steps: nodes.map(stepOf),
    reads: reads.map(({ tables, how, step }) => ({ tables, how, step })),
    scans: reads.flatMap(({ tables: [table], by }) =>
      by === null || table === undefined ? [] : [{ table, by }],
    ),
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))].sort(),
    sorts: sorts.map((sort) => sort['Sort Key']?.join(', ') ?? ''),
    sortedTables: sorts.map((sort) => tablesBelow(sort)),
    ...actualOf(explained),
  }
}

function tablesBelow(node: PlanNode): readonly string[] {
  return [...new Set([...nodesOf(node)].flatMap((below) => below['Relation Name'] ?? []))]
}

function actualOf({ Plan: plan, 'Execution Time': milliseconds }: ExplainedPlan): Pick<QueryPlan, 'actual'> {
  if (milliseconds === undefined) return {}
  return {
    actual: {
      rows: plan['Actual Rows'] ?? 0,
      sharedHit: plan['Shared Hit Blocks'] ?? 0,
      sharedRead: plan['Shared Read Blocks'] ?? 0,
      milliseconds,
    },
  }
}

async function leadingColumns(db: Connection): Promise<ReadonlyMap<string, string>> {
  const rows = await db.all<{ index: string; first: string }>(
    `SELECT x.relname AS index, pg_get_indexdef(x.oid, 1, false) AS first
     FROM pg_class AS x JOIN pg_index AS i ON i.indexrelid = x.oid WHERE x.relnamespace = 'public'::regnamespace`,
  )
  return new Map(rows.map(({ index, first }) => [index, first]))
}
