import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { ForeignKeyViolation, Integrity } from '../integrity.ts'
import { columnsOfKey } from './columns-of-key.ts'

interface KeyRow {
  readonly child: string
  readonly table: string
  readonly parent: string
  readonly parentName: string
  readonly full: boolean
  readonly columns: string
  readonly references: string
}

const FIRST = 100

/** Rows without their parent, found by looking for the parent of each. */
export async function readViolations(db: Connection): Promise<Omit<Integrity, 'messages'>> {
  const keys = await db.all<KeyRow>(
    `SELECT k.conrelid::regclass::text AS child, c.relname AS "table", k.confrelid::regclass::text AS parent,
       p.relname AS "parentName", k.confmatchtype = 'f' AS full,
       to_json(${columnsOfKey('k.conkey', 'k.conrelid')})::text AS columns,
       to_json(${columnsOfKey('k.confkey', 'k.confrelid')})::text AS "references"
     FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_class AS p ON p.oid = k.confrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = 'public'::regnamespace
     ORDER BY c.relname COLLATE "C", k.conname COLLATE "C"`,
  )
  let violationCount = 0
  const violations: ForeignKeyViolation[] = []
  for (const key of keys) {
    const found = await violationsOf(db, key)
    violationCount += found.count
    violations.push(...found.first)
  }
  const children = [...new Set(keys.map(({ child }) => child))]
  return {
    foreignKeys: keys.length,
    childRows: await rowsIn(db, children),
    violationCount,
    violations: violations.slice(0, FIRST),
  }
}

async function violationsOf(db: Connection, { child, table, parent, parentName, full, ...names }: KeyRow) {
  const columns = JSON.parse(names.columns) as readonly string[]
  const references = JSON.parse(names.references) as readonly string[]
  const values = columns.map((column) => `c.${quoteIdentifier(column)}`)
  const same = references.map((column, at) => `p.${quoteIdentifier(column)} = ${values[at]}`)
  const given = values.map((value) => `${value} IS NOT NULL`).join(' AND ')
  const mixed = `num_nulls(${values.join(', ')}) NOT IN (0, ${values.length})`
  const without = `FROM ${child} AS c
    WHERE (${given} AND NOT EXISTS (SELECT 1 FROM ${parent} AS p WHERE ${same.join(' AND ')}))
      ${full ? `OR ${mixed}` : ''}`
  const [all] = await db.all<{ rows: number }>(`SELECT count(*) AS rows ${without}`)
  const count = all?.rows ?? 0
  const rows =
    count === 0
      ? []
      : await db.all<{ row: string }>(
          `SELECT ${await rowName(db, child)} AS row ${without} ORDER BY c.ctid LIMIT ${FIRST}`,
        )
  const first = rows.map(({ row }) => ({ table, rowid: row, parent: parentName, columns }))
  return { count, first }
}

/** SQL for what a row is known by: its primary key, or else the place where it lies. */
async function rowName(db: Connection, table: string): Promise<string> {
  const [key] = await db.all<{ columns: string }>(
    `SELECT to_json(${columnsOfKey('k.conkey', 'k.conrelid')})::text AS columns FROM pg_constraint AS k
     WHERE k.conrelid = $1::regclass AND k.contype = 'p'`,
    [table],
  )
  if (key === undefined) return 'c.ctid::text'
  const columns = (JSON.parse(key.columns) as readonly string[]).map(
    (name) => `c.${quoteIdentifier(name)}::text`,
  )
  return `concat_ws(', ', ${columns.join(', ')})`
}

async function rowsIn(db: Connection, tables: readonly string[]): Promise<number> {
  let rows = 0
  for (const table of tables) {
    const [row] = await db.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)
    rows += row?.rows ?? 0
  }
  return rows
}
