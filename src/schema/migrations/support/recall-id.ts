import type { QueryRunner } from 'typeorm'
import { type IdBefore, idBeforeOf } from './id-before.ts'

/** What `clan_members.id` was before it became a key, from the table's own text. */
export async function recallId(runner: QueryRunner): Promise<IdBefore> {
  const [table]: { sql: string }[] = await runner.query(
    `SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = 'clan_members'`,
  )
  return idBeforeOf(table?.sql ?? '')
}
