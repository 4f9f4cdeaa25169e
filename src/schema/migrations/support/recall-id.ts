import type { QueryRunner } from 'typeorm'
import { textOfTable } from '../../operations/text-of-table.ts'
import { type IdBefore, idBeforeOf } from './id-before.ts'

/** What `clan_members.id` was before it became a key, from the table's own text. */
export async function recallId(runner: QueryRunner): Promise<IdBefore> {
  return idBeforeOf(await textOfTable(runner, 'clan_members'))
}
