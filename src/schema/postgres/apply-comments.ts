import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { withoutNotes } from './notes.ts'
import type { Carried, Comment } from './read-carried.ts'

/** Gives a new table the comments of the old one, as far as it has what they are about and nothing is said of it yet. */
export async function applyComments(
  runner: QueryRunner,
  table: string,
  { comments }: Pick<Carried, 'comments'>,
): Promise<void> {
  if (comments.length === 0) return
  const silent: { kind: string; name: string }[] = await runner.query(SILENT, [quoteName(table)])
  for (const comment of comments) {
    // Notes are of the table that was: what is to be noted of the new one stands there.
    const text = withoutNotes(comment.text)
    if (text === '') continue
    if (!silent.some(({ kind, name }) => kind === comment.kind && name === comment.name)) continue
    const [literal]: { text: string }[] = await runner.query('SELECT quote_literal($1) AS text', [text])
    await runner.query(`COMMENT ON ${subject(table, comment)} IS ${literal?.text}`)
  }
}

function subject(table: string, { kind, name }: Comment): string {
  if (kind === 'TABLE') return `TABLE ${quoteName(table)}`
  if (kind === 'COLUMN') return `COLUMN ${quoteName(table)}.${quoteName(name)}`
  if (kind === 'INDEX') return `INDEX ${quoteName(name)}`
  return `${kind} ${quoteName(name)} ON ${quoteName(table)}`
}

/** What there is of the table that nothing is said of. */
const SILENT = `
  WITH t AS (SELECT to_regclass($1)::oid AS id)
  SELECT s.kind, s.name FROM (
    SELECT 'TABLE' AS kind, '' AS name, obj_description(id, 'pg_class') AS said FROM t
    UNION ALL SELECT 'COLUMN', attname, col_description(id, attnum) FROM t JOIN pg_attribute ON attrelid = id
      WHERE attnum > 0 AND NOT attisdropped
    UNION ALL SELECT 'CONSTRAINT', conname, obj_description(oid, 'pg_constraint') FROM t JOIN pg_constraint ON conrelid = id
    UNION ALL SELECT 'INDEX', relname, obj_description(oid, 'pg_class') FROM t JOIN pg_index ON indrelid = id
      JOIN pg_class ON pg_class.oid = indexrelid
    UNION ALL SELECT 'TRIGGER', tgname, obj_description(oid, 'pg_trigger') FROM t JOIN pg_trigger ON tgrelid = id
  ) AS s WHERE s.said IS NULL`
