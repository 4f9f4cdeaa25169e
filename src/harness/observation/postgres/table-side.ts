import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { ComparedSide, FoldedRange, Key, OpenRange } from '../compared-side.ts'
import type { Bound, Connection } from '../connection.ts'
import type { QuotedRow, RowsRequest } from '../table-fingerprint.ts'
import { checkKey } from './check-key.ts'
import { columnsOf, type OrderedColumn } from './columns-of.ts'
import { boundText } from './literal.ts'
import { postgresConnection } from './postgres-connection.ts'
import type { RowForm } from './row-form.ts'

/** A table that is read in ranges of its key. */
export interface TableSide extends ComparedSide {
  fold(range: OpenRange, limit: number): Promise<FoldedRange & { readonly firstKey: Key | undefined }>
  read(range: Bounds, columns: readonly string[]): Promise<readonly QuotedRow[]>
}

/** A range that may also begin with a key that is included. */
export interface Bounds extends OpenRange {
  readonly from?: Key
}

interface Side {
  readonly db: Connection
  readonly table: string
  readonly key: readonly OrderedColumn[]
  readonly form: RowForm
}

/**
 * The server hashes all columns of a range in one statement, by the index of the key where it has one.
 * @param form what values look like where they are hashed and read
 * @throws StagegateError for a key that does not tell rows apart.
 */
export async function tableSide(db: Connection, request: RowsRequest, form: RowForm): Promise<TableSide> {
  await checkKey(db, request)
  const side: Side = { db, table: request.table, key: await columnsOf(db, request.table, request.key), form }
  const columns = await columnsOf(db, request.table, request.columns)
  return {
    fold: (range, limit) => fold(side, columns, range, limit),
    read: async (range, names) => read(side, await columnsOf(db, request.table, names), range),
  }
}

async function fold(side: Side, columns: readonly OrderedColumn[], range: OpenRange, limit: number) {
  const { key, form } = side
  const parts = [...new Map([...key, ...columns].map((column) => [column.name, column])).values()]
  const placeOf = ({ name }: OrderedColumn) => parts.findIndex((part) => part.name === name)
  const keys = key.flatMap((column) => {
    const all = `array_agg(${form.key(`c${placeOf(column)}`, column.type)})`
    return [`(${all})[1]`, `(${all})[count(*)::integer]`]
  })
  const hashes = parts.map(({ type }, at) => `encode(${form.hash(`c${at}`, type)}, 'hex')`)
  // The LIMIT obliges the server to run the inner query by itself and in its order.
  const { columns: fields, rows } = await postgresConnection(side.db).texts(
    `SELECT count(*), ${[...keys, ...hashes].join(', ')}
     FROM (SELECT ${parts.map((column, at) => `${columnSql(column)} AS c${at}`).join(', ')}
       ${fromRange(side, range)} LIMIT ${limit}) AS t`,
    paramsOf(side, range),
  )
  const [count = null, ...texts] = rows[0] ?? []
  const keyAt = (end: 0 | 1): Key | undefined =>
    count === '0'
      ? undefined
      : key.map((_, at) => form.literal(texts[2 * at + end] ?? null, fields[1 + 2 * at]?.type ?? 0))
  const hashOf = (column: OrderedColumn) => texts[2 * key.length + placeOf(column)] ?? ''
  return {
    rows: Number(count),
    firstKey: keyAt(0),
    lastKey: keyAt(1),
    keyHash: key.map(hashOf).join(' '),
    columns: Object.fromEntries(columns.map((column) => [column.name, hashOf(column)])),
  }
}

async function read(
  side: Side,
  columns: readonly OrderedColumn[],
  range: Bounds,
): Promise<readonly QuotedRow[]> {
  const { key, form } = side
  const parts = [...key, ...columns].map((column) => form.value(columnSql(column), column.type))
  const { columns: fields, rows } = await postgresConnection(side.db).texts(
    `SELECT ${parts.join(', ')} ${fromRange(side, range)}`,
    paramsOf(side, range),
  )
  return rows.map((row) => {
    const literals = row.map((text, at) => form.literal(text, fields[at]?.type ?? 0))
    return { key: literals.slice(0, key.length), values: literals.slice(key.length) }
  })
}

function fromRange({ table, key, form }: Side, { after, from, upTo }: Bounds): string {
  const order = key.map((column) => orderOf(column, form))
  const conditions: string[] = []
  for (const [relation, than] of [
    ['>', after],
    ['>=', from],
    ['<=', upTo],
  ] as const) {
    if (than === undefined) continue
    const first = conditions.length * key.length + 1
    const bound = key.map(({ type }, at) => `$${first + at}::${form.orderType(type)}`)
    conditions.push(`(${order.join(', ')}) ${relation} (${bound.join(', ')})`)
  }
  return `FROM ${quoteIdentifier(table)} AS t
    ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ORDER BY ${order.join(', ')}`
}

function paramsOf({ key, form }: Side, { after = [], from = [], upTo = [] }: Bounds): readonly Bound[] {
  return [...after, ...from, ...upTo].map((literal, at) =>
    boundText(literal, form.orderType(key[at % key.length]?.type ?? 'text')),
  )
}

function orderOf(column: OrderedColumn, form: RowForm): string {
  const value = form.order(columnSql(column), column.type)
  return column.collated ? `${value} COLLATE "C"` : value
}

function columnSql({ name }: OrderedColumn): string {
  return `t.${quoteIdentifier(name)}`
}
