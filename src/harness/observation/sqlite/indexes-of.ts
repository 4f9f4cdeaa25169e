import type { Index, IndexColumn } from '../../vocabulary/catalog.ts'
import type { CatalogRows, IndexColumnRow, IndexRow } from './catalog-rows.ts'
import { type CreateIndex, parseCreateIndex } from './parse-create-index.ts'

const ORIGINS = { c: 'index', u: 'unique', pk: 'primary key' } as const

/** A table's indexes: those with a name in its order, then those that stand for constraints. */
export function indexesOf(table: string, rows: CatalogRows): readonly Index[] {
  return rows.indexes
    .filter((index) => index.table === table)
    .map((index) => indexOf(index, rows))
    .sort((a, b) => compare(sortKey(a), sortKey(b)))
}

function indexOf({ name, unique, origin }: IndexRow, rows: CatalogRows): Index {
  const sql = rows.objects.find((object) => object.type === 'index' && object.name === name)?.sql
  const create = typeof sql === 'string' ? parseCreateIndex(sql) : undefined
  return {
    name: origin === 'c' ? name : null,
    origin: ORIGINS[origin],
    unique: unique === 1,
    columns: rows.indexColumns
      .filter((column) => column.index === name)
      .map((column) => columnOf(column, create)),
    where: create?.where ?? null,
  }
}

function columnOf(
  { cid, seqno, name, desc, coll }: IndexColumnRow,
  create: CreateIndex | undefined,
): IndexColumn {
  return {
    text: cid === -2 ? (create?.columns[seqno] ?? '') : (name ?? 'rowid'),
    expression: cid === -2,
    order: desc === 1 ? 'desc' : 'asc',
    collation: coll.toUpperCase() === 'BINARY' ? null : coll.toUpperCase(),
  }
}

function sortKey(index: Index): string {
  return index.name === null ? `1${JSON.stringify(index)}` : `0${index.name}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
