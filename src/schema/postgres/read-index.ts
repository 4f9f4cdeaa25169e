import type { QueryRunner } from 'typeorm'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import { quoteName } from '../definitions/quote-name.ts'

export interface FoundIndex {
  /** What it is, in one line. */
  readonly line: string
  /** Whether it is whole: an index that was being built when something went wrong serves no query. */
  readonly valid: boolean
}

interface IndexRow {
  readonly table: string
  readonly unique: boolean
  readonly valid: boolean
  readonly keys: string
  readonly otherwise: string
}

/** What an index is, or undefined when there is none of that name. */
export async function readIndex(runner: QueryRunner, name: string): Promise<FoundIndex | undefined> {
  const [found]: IndexRow[] = await runner.query(INDEX, [quoteName(name)])
  if (found === undefined) return undefined
  return { line: line(found.unique, found.table, found.keys, found.otherwise), valid: found.valid }
}

/** The line that {@link readIndex} gives for an index made from this definition. */
export function expectedIndex({ table, columns, unique }: IndexDefinition): string {
  return line(unique === true, table, columns.join(', '), '')
}

function line(unique: boolean, table: string, keys: string, otherwise: string): string {
  return `${unique ? 'unique ' : ''}on ${table}(${keys})${otherwise}`
}

const INDEX = `
  SELECT t.relname AS "table", i.indisunique AS "unique", i.indisvalid AND i.indisready AS valid,
    (SELECT string_agg(
       coalesce(a.attname, 'an expression')
         || CASE WHEN c.collname IS NULL THEN '' ELSE ' collating ' || c.collname END
         || CASE WHEN o.opcdefault THEN '' ELSE ' by ' || o.opcname END
         || CASE WHEN i.indoption[k - 1] & 1 = 1 THEN ' descending' ELSE '' END
         || CASE WHEN i.indoption[k - 1] IN (1, 2) THEN ' with NULL in another place' ELSE '' END, ', ' ORDER BY k)
     FROM generate_series(1, i.indnkeyatts) AS k
       JOIN pg_opclass AS o ON o.oid = i.indclass[k - 1]
       LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k - 1] AND a.attnum > 0
       LEFT JOIN pg_collation AS c ON c.oid = i.indcollation[k - 1] AND c.oid <> coalesce(a.attcollation, c.oid)) AS keys,
    CASE WHEN i.indpred IS NULL THEN '' ELSE ' for some rows only' END
      || CASE WHEN i.indnatts = i.indnkeyatts THEN '' ELSE ' with more columns' END
      || CASE WHEN m.amname = 'btree' THEN '' ELSE ' by ' || m.amname END AS otherwise
  FROM pg_index AS i JOIN pg_class AS x ON x.oid = i.indexrelid JOIN pg_am AS m ON m.oid = x.relam
    JOIN pg_class AS t ON t.oid = i.indrelid
  WHERE i.indexrelid = to_regclass($1)`
