import { createHash } from 'node:crypto'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { ComparedSide, Key, OpenRange } from '../compared-side.ts'
import type { Bound, Connection } from '../connection.ts'
import type { RowsRequest } from '../table-fingerprint.ts'
import { typesOf } from '../types-of.ts'
import { canonicalValue, isMoment } from './canonical-value.ts'
import { checkKey } from './check-key.ts'
import { boundLiteral } from './literal.ts'
import { readTables } from './read-tables.ts'

/** A part of a row: its canonical text, and what puts rows in their order. */
interface Part {
  readonly name: string
  readonly text: string
  readonly order: string
}

interface Side {
  readonly db: Connection
  readonly table: string
  readonly key: readonly Part[]
}

type Folded = Record<string, Buffer | string | null> & { readonly rows: number }

/** A table of SQLite in canonical form. SQLite folds a column of a range to one text, which is hashed here. */
export async function canonicalSide(db: Connection, request: RowsRequest): Promise<ComparedSide> {
  await checkKey(db, request)
  const columns = (await readTables(db)).get(request.table) ?? []
  const partsOf = (names: readonly string[]) => {
    const types = typesOf(columns, names)
    return names.map((name, at) => partOf(name, types[at] ?? ''))
  }
  const side: Side = { db, table: request.table, key: partsOf(request.key) }
  const asked = partsOf(request.columns)
  return {
    fold: (range, limit) => fold(side, asked, range, limit),
    read: (range, names) => read(side, partsOf(names), range),
  }
}

async function fold(side: Side, columns: readonly Part[], range: OpenRange, limit: number) {
  const { db, key } = side
  const [folded] = await db.all<Folded>(
    `SELECT count(*) AS rows, ${[...key, ...columns].map((_, at) => `CAST(group_concat(c${at}, ',') AS BLOB) AS f${at}`).join(', ')}
     FROM (${selected(side, [...key, ...columns], range)} LIMIT ${limit})`,
    paramsOf(range),
  )
  const rows = folded?.rows ?? 0
  const hash = (at: number) => sha256(folded?.[`f${at}`] ?? '')
  return {
    rows,
    lastKey: rows === 0 ? undefined : await keyAt(side, range, rows - 1),
    keyHash: key.map((_, at) => hash(at)).join(' '),
    columns: Object.fromEntries(columns.map(({ name }, at) => [name, hash(key.length + at)])),
  }
}

async function keyAt(side: Side, range: OpenRange, offset: number): Promise<Key | undefined> {
  const [row] = await side.db.all<Record<string, string>>(
    `${selected(side, side.key, range)} LIMIT 1 OFFSET ${offset}`,
    paramsOf(range),
  )
  return row === undefined ? undefined : side.key.map((_, at) => row[`c${at}`] ?? '')
}

async function read(side: Side, columns: readonly Part[], range: OpenRange) {
  const parts = [...side.key, ...columns]
  const rows = await side.db.all<Record<string, string>>(selected(side, parts, range), paramsOf(range))
  return rows.map((row) => {
    const texts = parts.map((_, at) => row[`c${at}`] ?? '')
    return { key: texts.slice(0, side.key.length), values: texts.slice(side.key.length) }
  })
}

function selected({ table, key }: Side, parts: readonly Part[], { after, upTo }: OpenRange): string {
  const order = key.map((part) => part.order)
  const conditions = [
    { relation: '>', than: after },
    { relation: '<=', than: upTo },
  ].flatMap(({ relation, than }) =>
    than === undefined
      ? []
      : [`(${order}) ${relation} (${than.map((literal) => boundLiteral(literal).sql)})`],
  )
  return `SELECT ${parts.map(({ text }, at) => `${text} AS c${at}`).join(', ')} FROM ${quoteIdentifier(table)} AS t
    ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ORDER BY ${order.join(', ')}`
}

function paramsOf({ after = [], upTo = [] }: OpenRange): readonly Bound[] {
  return [...after, ...upTo].map((literal) => boundLiteral(literal).value)
}

/** A moment's place is that of its canonical text without the quotes around it: only there it is written in one way. */
function partOf(name: string, type: string): Part {
  const value = `t.${quoteIdentifier(name)}`
  const text = canonicalValue(value, type)
  const order = isMoment(type) ? `substr(${text}, 2, length(${text}) - 2)` : `${value} COLLATE BINARY`
  return { name, text, order }
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}
