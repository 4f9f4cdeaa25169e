import type { QueryRunner } from 'typeorm'
import type { TableShape } from '../definitions/table-shape.ts'
import { affinityOf } from './affinity-of.ts'
import { tokensOf } from './tokens-of.ts'

interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly dflt_value: string | null
  readonly pk: number
  readonly hidden: number
}

interface ForeignKeyRow {
  readonly parent: string
  readonly columns: string
  readonly parents: string | null
  readonly on_delete: string
  readonly on_update: string
}

/** What pragmas do not tell, and a table made from its columns alone would lose. */
const SILENT_CLAUSES = ['AUTOINCREMENT', 'CHECK', 'COLLATE', 'DEFERRABLE', 'GENERATED', 'CONFLICT']

/** The shape of a table in `main` or `temp`, or undefined when there is none. */
export async function readTableShape(
  runner: QueryRunner,
  table: string,
  schema: 'main' | 'temp' = 'main',
): Promise<TableShape | undefined> {
  const [found]: { wr: number; strict: number; sql: string }[] = await runner.query(
    `SELECT l.wr, l.strict, m.sql FROM pragma_table_list AS l JOIN ${schema}.sqlite_schema AS m ON m.name = l.name
     WHERE l.schema = ? AND l.name = ? AND l.type = 'table'`,
    [schema, table],
  )
  if (found === undefined) return undefined
  const columns: ColumnRow[] = await runner.query('SELECT * FROM pragma_table_xinfo(?, ?)', [table, schema])
  const foreignKeys = await readForeignKeys(runner, table, schema)
  const tokens = tokensOf(found.sql)
  return {
    columns: new Map(columns.map((column) => [column.name, describe(column, columns, foreignKeys)])),
    essentials: new Map(columns.map((column) => [column.name, essentials(column, columns, foreignKeys)])),
    others: [
      ...foreignKeys
        .filter(({ columns }) => columns.includes(', '))
        .map((key) => `(${key.columns}) ${references(key)}`),
      ...(await readUniques(runner, table, schema)),
      ...SILENT_CLAUSES.filter((clause) => tokens.has(clause)).map((clause) => clause.toLowerCase()),
      ...(found.wr === 1 ? ['without rowid'] : []),
      ...(found.strict === 1 ? ['strict'] : []),
    ],
  }
}

function describe(
  column: ColumnRow,
  all: readonly ColumnRow[],
  foreignKeys: readonly ForeignKeyRow[],
): string {
  return [
    column.type.toLowerCase() || 'no type',
    // An alias of the row id is never null, declared so or not.
    ...(column.notnull === 1 || isRowId(column, all) ? ['not null'] : []),
    ...besidesType(column, foreignKeys),
  ].join(', ')
}

function essentials(
  column: ColumnRow,
  all: readonly ColumnRow[],
  foreignKeys: readonly ForeignKeyRow[],
): string {
  const kind = isRowId(column, all) ? 'the row id' : affinityOf(column.type)
  return [kind, ...besidesType(column, foreignKeys)].join(', ')
}

function isRowId({ type, pk }: ColumnRow, all: readonly ColumnRow[]): boolean {
  return type.toLowerCase() === 'integer' && pk === 1 && all.every((column) => column.pk < 2)
}

/** Foreign keys that come from one column are part of that column, however they were declared. */
function besidesType(column: ColumnRow, foreignKeys: readonly ForeignKeyRow[]): readonly string[] {
  return [
    ...(column.pk > 0 ? [`primary key ${column.pk}`] : []),
    ...(column.dflt_value === null ? [] : [`default ${column.dflt_value}`]),
    ...(column.hidden === 0 ? [] : ['generated']),
    ...foreignKeys.filter(({ columns }) => columns === column.name).map(references),
  ]
}

function references({ parent, parents, on_delete, on_update }: ForeignKeyRow): string {
  return `references ${parent}(${parents ?? 'its key'}) on delete ${on_delete} on update ${on_update}`
}

function readForeignKeys(
  runner: QueryRunner,
  table: string,
  schema: string,
): Promise<readonly ForeignKeyRow[]> {
  return runner.query(
    `SELECT "table" AS parent, group_concat("from", ', ' ORDER BY seq) AS columns,
       group_concat("to", ', ' ORDER BY seq) AS parents, on_delete, on_update
     FROM pragma_foreign_key_list(?, ?) GROUP BY id ORDER BY parent, columns`,
    [table, schema],
  )
}

async function readUniques(runner: QueryRunner, table: string, schema: string): Promise<readonly string[]> {
  const uniques: { columns: string }[] = await runner.query(
    `SELECT (SELECT group_concat(name, ', ' ORDER BY seqno) FROM pragma_index_info(l.name, ?)) AS columns
     FROM pragma_index_list(?, ?) AS l WHERE l.origin = 'u' ORDER BY columns`,
    [schema, table, schema],
  )
  return uniques.map(({ columns }) => `unique (${columns})`)
}
