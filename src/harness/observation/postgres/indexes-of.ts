import type { Index, IndexColumn } from '../../vocabulary/catalog.ts'
import type { CatalogRows, IndexColumnRow, IndexRow } from './catalog-rows.ts'
import { deferrableOf } from './deferrable-of.ts'
import { normaliseSql } from './normalise-sql.ts'
import { withoutParentheses } from './without-parentheses.ts'

/** Bits of an index column's options. */
const DESCENDING = 1
const NULLS_FIRST = 2

/** A table's indexes: those with a name in its order, then those that stand for constraints. */
export function indexesOf(table: string, rows: CatalogRows): readonly Index[] {
  return rows.indexes
    .filter((index) => index.table === table && index.origin !== 'exclusion')
    .map((index) => indexOf(index, rows))
    .sort((a, b) => compare(sortKey(a), sortKey(b)))
}

function indexOf(index: IndexRow, rows: CatalogRows): Index {
  const { name, origin, unique, valid, method, where, include, nullsNotDistinct, deferrable } = index
  return {
    name: origin === 'index' ? name : null,
    origin: origin === 'exclusion' ? 'index' : origin,
    unique,
    columns: rows.indexColumns.filter((column) => column.index === name).map(columnOf),
    where: where === null ? null : withoutParentheses(normaliseSql(where)),
    ...(valid ? {} : { valid }),
    ...(method === 'btree' ? {} : { method }),
    ...(include.length === 0 ? {} : { include }),
    ...(nullsNotDistinct ? { nullsNotDistinct } : {}),
    ...(deferrable ? { deferrable: deferrableOf(index) } : {}),
  }
}

function columnOf({ text, name, options, collation, operatorClass }: IndexColumnRow): IndexColumn {
  const descending = (options & DESCENDING) !== 0
  const nullsFirst = (options & NULLS_FIRST) !== 0
  return {
    text: name ?? normaliseSql(text),
    expression: name === null,
    order: descending ? 'desc' : 'asc',
    ...(descending === nullsFirst ? {} : { nulls: nullsFirst ? 'first' : 'last' }),
    ...(operatorClass === null ? {} : { operatorClass }),
    collation,
  }
}

function sortKey(index: Index): string {
  return index.name === null ? `1${JSON.stringify(index)}` : `0${index.name}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
