import { createHash } from 'node:crypto'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type {
  ChunkFingerprint,
  ChunkRange,
  ColumnHashes,
  RowsRequest,
  TableFingerprint,
} from '../table-fingerprint.ts'
import { checkKey } from './check-key.ts'
import { chunkRanges } from './chunk-ranges.ts'
import { columnOf, keyBetween } from './key-range.ts'

type Folded = Record<string, Buffer> & { readonly rows: number }

/**
 * Hashes a table's rows. SQLite folds every column of a chunk to one text, which is hashed here: a call for some
 * thousand rows instead of one for each.
 * @throws Error when the chunks together do not hold every row.
 */
export async function foldRows(
  db: Connection,
  request: RowsRequest,
  chunkRows: number,
): Promise<TableFingerprint> {
  await checkKey(db, request)
  const chunks: ChunkFingerprint[] = []
  for await (const range of chunkRanges(db, request, chunkRows))
    chunks.push(await foldChunk(db, range, chunkRows))
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0)
  const [all] = await db.all<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${quoteIdentifier(request.table)}`,
  )
  if (all?.rows !== rows) throw new Error(`Of ${all?.rows} rows of ${request.table} only ${rows} were read.`)
  return { table: request.table, rows, columns: hashOfHashes(request.columns, chunks), chunks }
}

async function foldChunk(db: Connection, range: ChunkRange, chunkRows: number): Promise<ChunkFingerprint> {
  const { table, key, columns, firstKey, lastKey } = range
  const rows = keyBetween(key, firstKey, lastKey)
  // The LIMIT is never reached; it obliges SQLite to run the inner query by itself and in its order.
  const [folded] = await db.all<Folded>(
    `SELECT count(*) AS rows, ${columns.map((_, at) => `${foldOf(`c${at}`)} AS f${at}`).join(', ')}
     FROM (SELECT ${columns.map((name, at) => `${columnOf(name)} AS c${at}`).join(', ')}
       FROM ${quoteIdentifier(table)} AS t ${rows.sql} LIMIT ${chunkRows})`,
    rows.params,
  )
  if (folded === undefined) throw new Error(`SQLite gave no result for a chunk of ${table}.`)
  const hashes = columns.map((name, at) => [name, sha256(folded[`f${at}`] ?? Buffer.alloc(0))])
  return { firstKey, lastKey, rows: folded.rows, columns: Object.fromEntries(hashes) }
}

/**
 * One JSON array of a column's values, as bytes. JSON keeps NULL, 1 and '1' apart, holds any text (NUL included)
 * and takes less than half the time of quote(). What it would round or refuse, floats and blobs, stands in it as
 * an array of one literal.
 */
function foldOf(column: string): string {
  const literal = `json_array(quote(${column}))`
  return `CAST(json_group_array(
    CASE typeof(${column}) WHEN 'real' THEN ${literal} WHEN 'blob' THEN ${literal} ELSE ${column} END) AS BLOB)`
}

function hashOfHashes(columns: readonly string[], chunks: readonly ChunkFingerprint[]): ColumnHashes {
  return Object.fromEntries(
    columns.map((name) => [name, sha256(chunks.map((chunk) => chunk.columns[name]).join('\n'))]),
  )
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
