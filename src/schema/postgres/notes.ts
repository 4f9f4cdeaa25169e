import type { QueryRunner } from 'typeorm'
import { tableId } from './table-id.ts'

/** What a migration notes of a table, among whatever else a comment says. */
const NOTE = /\s*\/\* (?:id before|table before|ids): [^*]*\*\//g

/** The notes in a text, one behind the other. */
export function notesIn(text: string): string {
  return (text.match(NOTE) ?? []).map((note) => note.trim()).join(' ')
}

/** What somebody else has written in a comment. */
export function withoutNotes(comment: string): string {
  return comment.replace(NOTE, '')
}

/**
 * Keeps notes where PostgreSQL preserves them: in the comment on the table's primary key, behind what somebody has
 * written there, in the place of other notes.
 * @param comment what the comment has said
 */
export async function keepNotes(
  runner: QueryRunner,
  table: string,
  { comment, notes }: { readonly comment: string; readonly notes: string },
): Promise<void> {
  const text = [withoutNotes(comment), notes].filter((part) => part !== '').join(' ')
  if (text === comment && text === '') return
  const [statement]: { text: string }[] = await runner.query(
    `SELECT format('COMMENT ON CONSTRAINT %I ON %s IS %L', c.conname, c.conrelid::regclass, nullif($2, '')) AS text
     FROM pg_constraint AS c WHERE c.conrelid = $1 AND c.contype = 'p'`,
    [await tableId(runner, table), text],
  )
  if (statement !== undefined) await runner.query(statement.text)
}
