import type { QueryRunner } from 'typeorm'
import type { IndexDefinition } from '../definitions/index-definition.ts'

interface KeyRow {
  readonly name: string | null
  readonly desc: number
  readonly coll: string
}

/** What an index is, in one line, or undefined when there is none of that name. */
export async function readIndex(runner: QueryRunner, name: string): Promise<string | undefined> {
  const [found]: { tbl_name: string; unique: number; partial: number }[] = await runner.query(
    `SELECT m.tbl_name, l."unique", l.partial FROM main.sqlite_schema AS m
     JOIN pragma_index_list(m.tbl_name, 'main') AS l ON l.name = m.name WHERE m.type = 'index' AND m.name = ?`,
    [name],
  )
  if (found === undefined) return undefined
  const keys: KeyRow[] = await runner.query(
    `SELECT name, "desc", coll FROM pragma_index_xinfo(?, 'main') WHERE key = 1 ORDER BY seqno`,
    [name],
  )
  return line(found.unique === 1, found.tbl_name, keys.map(describeKey), found.partial === 1)
}

/** The line that {@link readIndex} gives for an index made from this definition. */
export function expectedIndex({ table, columns, unique }: IndexDefinition): string {
  return line(unique === true, table, columns, false)
}

function line(unique: boolean, table: string, keys: readonly string[], partial: boolean): string {
  return `${unique ? 'unique ' : ''}on ${table}(${keys.join(', ')})${partial ? ' for some rows only' : ''}`
}

function describeKey({ name, desc, coll }: KeyRow): string {
  const order = desc === 1 ? ' descending' : ''
  return `${name ?? 'an expression'}${coll.toUpperCase() === 'BINARY' ? '' : ` collating ${coll}`}${order}`
}
