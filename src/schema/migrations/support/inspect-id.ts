import type { QueryRunner } from 'typeorm'
import { columnOf } from '../../operations/column-of.ts'
import { SchemaError } from '../../schema-error.ts'
import type { IdBefore } from './id-before.ts'
import { recallId } from './recall-id.ts'

export interface InspectedId {
  /** What to remember for the way back. */
  readonly before: IdBefore
  /** Whether the members have ids already. */
  readonly numbered: boolean
}

/**
 * What `clan_members.id` is now: nothing, a column added by hand, or already the key. Ids that are there are kept,
 * because somebody may have written them down.
 * @throws SchemaError naming members, when some have an id and others none, or two have the same.
 */
export async function inspectId(runner: QueryRunner): Promise<InspectedId> {
  const column = await columnOf(runner, 'clan_members', 'id')
  if (column === undefined) return { before: { kept: false }, numbered: false }
  if (column.primaryKey) return { before: await recallId(runner), numbered: true }
  const numbered = await holdsIds(runner, column.noInteger)
  return { before: { type: column.type, kept: numbered }, numbered }
}

async function holdsIds(runner: QueryRunner, noInteger: string): Promise<boolean> {
  const [{ present } = { present: 0 }]: { present: number }[] = await runner.query(
    'SELECT count(id) AS present FROM clan_members',
  )
  if (present === 0) return false
  const unusable: { username: string; id: unknown }[] = await runner.query(
    `SELECT username, id FROM clan_members
     WHERE id IS NULL OR ${noInteger} OR id IN (SELECT id FROM clan_members GROUP BY id HAVING count(*) > 1)
     ORDER BY username LIMIT 10`,
  )
  if (unusable.length === 0) return true
  const names = unusable.map(
    ({ username, id }) => `"${username}" (${id === null ? 'no id' : `id ${String(id)}`})`,
  )
  throw new SchemaError({
    what: `Some members have no id or share one; the first: ${names.join(', ')}.`,
    where: 'clan_members.id',
    cause: 'Ids were filled in by hand, and not for everyone.',
    next: 'Give every member an id of its own, or set every id to NULL, then run the migrations again.',
  })
}
