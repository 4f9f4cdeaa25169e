import type { Catalog, Column, ForeignKey, Table } from '../../vocabulary/catalog.ts'
import type { Connection } from '../connection.ts'
import { type CatalogRows, catalogRows, type ForeignKeyRow, type TableRow } from './catalog-rows.ts'
import { indexesOf } from './indexes-of.ts'
import { normaliseSql } from './normalise-sql.ts'
import { type CreateTable, parseCreateTable } from './parse-create-table.ts'

/** The schema: from the pragmas what they know, from the CREATE texts the rest. */
export async function readCatalog(db: Connection, leaveOut: readonly string[]): Promise<Catalog> {
  const rows = await catalogRows(db)
  const absent = new Set(leaveOut.map((name) => name.toLowerCase()))
  const kept = (name: string) => !absent.has(name.toLowerCase())
  const ofType = (type: string) =>
    rows.objects.filter((object) => object.type === type && kept(object.tbl_name))
  const tables = rows.tables.filter(({ name }) => kept(name))
  return {
    tables: tables.filter(({ type }) => type === 'table').map((table) => tableOf(table, rows)),
    views: ofType('view').map(({ name, sql }) => ({ name, sql: normaliseSql(sql ?? '') })),
    triggers: ofType('trigger').map(({ name, tbl_name, sql }) => ({
      name,
      table: tbl_name,
      sql: normaliseSql(sql ?? ''),
    })),
    virtualTables: tables
      .filter(({ type }) => type === 'virtual')
      .map(({ name }) => ({ name, sql: normaliseSql(sqlOf(name, rows)) })),
  }
}

function tableOf({ name, wr, strict }: TableRow, rows: CatalogRows): Table {
  const create = parseCreateTable(sqlOf(name, rows))
  const indexes = indexesOf(name, rows)
  return {
    name,
    columns: columnsOf(
      name,
      rows,
      create,
      wr === 0 && !indexes.some(({ origin }) => origin === 'primary key'),
    ),
    primaryKey: primaryKeyOf(name, rows),
    autoIncrement: create.autoIncrement,
    withoutRowid: wr === 1,
    strict: strict === 1,
    indexes,
    foreignKeys: foreignKeysOf(name, rows, create),
    checks: [...create.checks].sort(),
  }
}

function sqlOf(table: string, rows: CatalogRows): string {
  const object = rows.objects.find(({ type, name }) => type === 'table' && name === table)
  if (typeof object?.sql !== 'string') throw new Error(`The catalog holds no CREATE TABLE of ${table}.`)
  return object.sql
}

function primaryKeyOf(table: string, rows: CatalogRows): readonly string[] {
  return rows.columns
    .filter((column) => column.table === table && column.pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => name)
}

/** A primary key without an index of its own is the row id: never NULL, whether it is declared so or not. */
function columnsOf(
  table: string,
  rows: CatalogRows,
  create: CreateTable,
  keyIsRowid: boolean,
): readonly Column[] {
  return rows.columns
    .filter((column) => column.table === table)
    .map(({ name, type, notnull, dflt_value, pk, hidden }) => {
      const collation = create.collations.get(name.toLowerCase())
      const expression = create.expressions.get(name.toLowerCase())
      return {
        name,
        type: type.replace(/\s*GENERATED ALWAYS$/i, '').toUpperCase(),
        nullable: notnull === 0 && !(pk > 0 && keyIsRowid),
        default: dflt_value === null || dflt_value.toUpperCase() === 'NULL' ? null : dflt_value,
        primaryKeyPosition: pk,
        generated:
          hidden < 2 ? null : { kind: hidden === 2 ? 'virtual' : 'stored', expression: expression ?? '' },
        collation: collation === undefined || collation === 'BINARY' ? null : collation,
      }
    })
}

function foreignKeysOf(table: string, rows: CatalogRows, create: CreateTable): readonly ForeignKey[] {
  const byId = new Map<number, ForeignKeyRow[]>()
  for (const row of rows.foreignKeys.filter((key) => key.table === table)) {
    byId.set(row.id, [...(byId.get(row.id) ?? []), row])
  }
  return [...byId]
    .map(([id, parts]) => foreignKeyOf(parts, create.foreignKeys[byId.size - 1 - id], rows))
    .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)))
}

function foreignKeyOf(
  parts: readonly ForeignKeyRow[],
  declared: CreateTable['foreignKeys'][number] | undefined,
  rows: CatalogRows,
): ForeignKey {
  const [first] = parts
  const columns = parts.map(({ from }) => from)
  const sameColumns = declared?.columns.join('\n').toLowerCase() === columns.join('\n').toLowerCase()
  if (first === undefined || declared === undefined || !sameColumns) {
    throw new Error(
      `The foreign key of ${first?.table} on ${columns.join(', ')} does not stand in its CREATE TABLE.`,
    )
  }
  const named = parts.map(({ to }) => to).filter((to) => to !== null)
  return {
    columns,
    table: first.parent,
    references: named.length > 0 ? named : primaryKeyOf(first.parent, rows),
    onDelete: first.on_delete,
    onUpdate: first.on_update,
    deferrable: declared.deferrable,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
