import {
  type Catalog,
  type Column,
  type ForeignKey,
  NOT_VALIDATED,
  type Table,
} from '../../vocabulary/catalog.ts'
import type { Connection } from '../connection.ts'
import {
  type CatalogRows,
  type ConstraintRow,
  catalogRows,
  type TableRow,
  type TriggerRow,
} from './catalog-rows.ts'
import { deferrableOf } from './deferrable-of.ts'
import { indexesOf } from './indexes-of.ts'
import { normaliseSql } from './normalise-sql.ts'
import { serverFactsOf } from './server-facts-of.ts'
import { withoutParentheses } from './without-parentheses.ts'

/** The schema `public`, from pg_catalog. */
export async function readCatalog(db: Connection, leaveOut: readonly string[]): Promise<Catalog> {
  const rows = await catalogRows(db)
  const absent = new Set(leaveOut.map((name) => name.toLowerCase()))
  const kept = (name: string | null) => name === null || !absent.has(name.toLowerCase())
  const sequences = rows.sequences.filter(({ name, ownerTable }) => kept(name) && kept(ownerTable))
  return {
    tables: rows.tables.filter(({ name }) => kept(name)).map((table) => tableOf(table, rows)),
    views: rows.views
      .filter(({ name }) => kept(name))
      .map(({ name, materialized, sql }) => ({
        name,
        sql: `create ${materialized ? 'materialized ' : ''}view ${name} as ${normaliseSql(sql.replace(/;$/, ''))}`,
        ...(materialized ? { materialized } : {}),
      })),
    triggers: rows.triggers.filter(({ table }) => kept(table)).map(triggerOf),
    virtualTables: [],
    ...(sequences.length === 0
      ? {}
      : {
          sequences: sequences.map(({ ownerTable: _, type, ...sequence }) => ({
            ...sequence,
            type: type.toUpperCase(),
          })),
        }),
    ...(rows.extensions.length === 0 ? {} : { extensions: rows.extensions.map(({ name }) => name) }),
  }
}

function tableOf(table: TableRow, rows: CatalogRows): Table {
  const { name } = table
  const constraints = rows.constraints.filter((constraint) => constraint.table === name)
  const primaryKey = constraints.find(({ type }) => type === 'p')?.columns ?? []
  return {
    name,
    columns: columnsOf(name, rows, primaryKey),
    primaryKey,
    autoIncrement: rows.columns.some((column) => column.table === name && column.numbered),
    withoutRowid: false,
    strict: false,
    indexes: indexesOf(name, rows),
    foreignKeys: constraints
      .filter(({ type }) => type === 'f')
      .map(foreignKeyOf)
      .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
    checks: constraints.flatMap(checkOf).sort(compare),
    ...serverFactsOf(table, rows),
  }
}

/** What a column numbers itself by is told of its table, and of the sequence: its default is the engine's own. */
function columnsOf(table: string, rows: CatalogRows, primaryKey: readonly string[]): readonly Column[] {
  return rows.columns
    .filter((column) => column.table === table)
    .map(({ name, type, notnull, expression, generated, numbered, collation }) => ({
      name,
      type: type.toUpperCase(),
      nullable: !notnull,
      default: generated !== '' || numbered || expression === null ? null : normaliseSql(expression),
      primaryKeyPosition: primaryKey.indexOf(name) + 1,
      generated:
        generated === ''
          ? null
          : {
              kind: generated === 's' ? ('stored' as const) : ('virtual' as const),
              expression: withoutParentheses(normaliseSql(expression ?? '')),
            },
      collation,
    }))
}

function foreignKeyOf(row: ConstraintRow): ForeignKey {
  return {
    columns: row.columns,
    table: unquoted(row.parent ?? ''),
    references: row.references,
    onDelete: row.onDelete,
    onUpdate: row.onUpdate,
    deferrable: deferrableOf(row),
    ...(row.validated ? {} : { validated: false as const }),
    ...(row.match === 'f' ? { match: 'full' as const } : {}),
  }
}

/** A NOT NULL shows in its column; only one that was never checked is told here. */
function checkOf({ type, columns, definition, validated }: ConstraintRow): readonly string[] {
  const mark = validated ? '' : NOT_VALIDATED
  if (type === 'c') return [`${withoutParentheses(normaliseSql(definition))}${mark}`]
  if (type === 'x') return [normaliseSql(definition)]
  return type === 'n' && !validated ? [`${columns.join(', ')} is not null${mark}`] : []
}

const OFF: Readonly<Record<string, string>> = { D: ' disabled', R: ' on replicas only', A: ' always' }

function triggerOf({ name, table, sql, enabled, body }: TriggerRow) {
  return { name, table, sql: `${normaliseSql(sql)}${OFF[enabled] ?? ''} as ${bodyText(body)}` }
}

/** Functions may be written in any language: what is no SQL is told as it is. */
function bodyText(body: string): string {
  try {
    return normaliseSql(body)
  } catch {
    return body.trim()
  }
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
