import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'

interface Relation {
  readonly oid: number
  readonly name: string
}
interface Condition {
  readonly table: string
  /** What is broken where it is false. */
  readonly name: string
  readonly sql: string
}

/** Classes of SQLSTATE that speak of the data and not of the question: data corrupted, index corrupted, input and output. */
const DAMAGE = /^(?:XX|58)/

/**
 * What is not as it should be: tables that can't be read to their end, rows that break a CHECK or a NOT NULL, indexes
 * that do not agree with their table (where `amcheck` is installed), indexes and constraints that were never finished,
 * pages whose checksum was wrong (where there are checksums).
 */
export async function readStructure(db: Connection): Promise<readonly string[]> {
  return [
    ...(await tableFaults(db)),
    ...(await indexFaults(db)),
    ...(await unfinished(db)),
    ...(await checksumFailures(db)),
  ]
}

/** Reads every table once: each of its rows is held against each condition. */
async function tableFaults(db: Connection): Promise<readonly string[]> {
  const tables = await db.all<Relation>(
    `SELECT c.oid, c.oid::regclass::text AS name FROM pg_class AS c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname COLLATE "C"`,
  )
  const conditions = await conditionsOf(db)
  const messages: string[] = []
  for (const { name } of tables) {
    const own = conditions.filter(({ table }) => table === name)
    const counts = own.map(({ sql }, at) => `, count(*) FILTER (WHERE NOT (${sql})) AS c${at}`).join('')
    const [row] = await sound(db, messages, `SELECT count(t) AS rows${counts} FROM ONLY ${name} AS t`)
    own.forEach(({ name: broken }, at) => {
      const rows = Number(row?.[`c${at}`] ?? 0)
      if (rows > 0) messages.push(`${rows} rows of ${name} break ${broken}`)
    })
  }
  return messages
}

async function conditionsOf(db: Connection): Promise<readonly Condition[]> {
  const checks = await db.all<Condition>(
    `SELECT k.conrelid::regclass::text AS "table", 'the check ' || k.conname AS name,
       pg_get_expr(k.conbin, k.conrelid) AS sql
     FROM pg_constraint AS k WHERE k.contype = 'c' AND k.connamespace = 'public'::regnamespace AND k.conrelid <> 0
     ORDER BY k.conname COLLATE "C"`,
  )
  const columns = await db.all<{ table: string; column: string }>(
    `SELECT a.attrelid::regclass::text AS "table", a.attname AS column
     FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND a.attnotnull
       AND NOT a.attisdropped`,
  )
  return [
    ...checks,
    ...columns.map(({ table, column }) => ({
      ...{ table, name: `NOT NULL of ${column}` },
      // Asked for plainly, the planner answers from what it trusts.
      sql: `num_nulls(t.${quoteIdentifier(column)}) = 0`,
    })),
  ]
}

/** Nothing is installed in a target: where `amcheck` is missing, no index is held against its table. */
async function indexFaults(db: Connection): Promise<readonly string[]> {
  const [amcheck] = await db.all<{ schema: string }>(
    `SELECT quote_ident(n.nspname) AS schema FROM pg_extension AS e JOIN pg_namespace AS n ON n.oid = e.extnamespace
     WHERE e.extname = 'amcheck'`,
  )
  if (amcheck === undefined) return []
  const check = `${amcheck.schema}.bt_index_check`
  const [may] = await db.all<{ check: boolean }>(
    "SELECT has_function_privilege($1 || '(regclass)', 'EXECUTE') AS check",
    [check],
  )
  if (may?.check !== true) return []
  const indexes = await db.all<Relation>(
    `SELECT x.oid, x.relname AS name FROM pg_class AS x JOIN pg_index AS i ON i.indexrelid = x.oid
       JOIN pg_am AS m ON m.oid = x.relam
     WHERE x.relnamespace = 'public'::regnamespace AND x.relkind = 'i' AND m.amname = 'btree' AND i.indisvalid
     ORDER BY x.relname COLLATE "C"`,
  )
  const messages: string[] = []
  for (const { oid } of indexes) {
    await sound(db, messages, `SELECT ${check}(${Number(oid)}::oid::regclass)::text AS checked`)
  }
  return messages
}

async function unfinished(db: Connection): Promise<readonly string[]> {
  const rows = await db.all<{ message: string }>(
    `SELECT 'the index ' || x.relname || ' is not valid' AS message
     FROM pg_index AS i JOIN pg_class AS x ON x.oid = i.indexrelid
     WHERE x.relnamespace = 'public'::regnamespace AND NOT (i.indisvalid AND i.indisready AND i.indislive)
     UNION ALL
     SELECT 'the constraint ' || k.conname || ' of ' || k.conrelid::regclass || ' is not validated'
     FROM pg_constraint AS k WHERE k.connamespace = 'public'::regnamespace AND NOT k.convalidated
     ORDER BY 1`,
  )
  return rows.map(({ message }) => message)
}

async function checksumFailures(db: Connection): Promise<readonly string[]> {
  const [row] = await db.all<{ failures: number | null }>(
    'SELECT checksum_failures AS failures FROM pg_stat_database WHERE datname = current_database()',
  )
  return row?.failures ? [`${row.failures} pages had another checksum than their content`] : []
}

/** Rows of a statement; what says that the data are damaged becomes a message, and there are no rows. */
async function sound(
  db: Connection,
  messages: string[],
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  try {
    return await db.all(sql)
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (!DAMAGE.test(code)) throw error
    messages.push(cause instanceof Error ? cause.message : code)
    return []
  }
}
