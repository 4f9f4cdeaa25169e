import type { DataSource } from 'typeorm'
import { dialectOf } from '../../engine/dialect-of.ts'
import type { HarvestSchema } from './harvest-schema.ts'

/**
 * Has members whom others add come after those that are there. It is no part of the transaction that adds a member: what
 * it does would not be taken back with it.
 */
export async function settleIds(db: DataSource, { linked }: HarvestSchema): Promise<void> {
  const { settleIds: statement } = dialectOf(db)
  if (linked && statement !== null) await db.query(statement)
}
