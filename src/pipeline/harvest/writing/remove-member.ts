import type { DataSource } from 'typeorm'
import type { HarvestSchema } from './harvest-schema.ts'
import { relink } from './relink.ts'

/** As the foreign keys do it, which not every connection has switched on. */
const UNLINK = ['wom_snapshots', 'discord_messages'].map(
  (table) =>
    `UPDATE ${table} SET user_id = NULL WHERE user_id = (SELECT id FROM clan_members WHERE username = ?)`,
)

/**
 * Removes a member who left, in one transaction. What the member leaves behind stays, and belongs to nobody, or to the
 * one whom the name alone means now.
 */
export function removeMember(db: DataSource, { linked }: HarvestSchema, username: string): Promise<void> {
  return db.transaction(async (manager) => {
    if (linked) for (const statement of UNLINK) await manager.query(statement, [username])
    await manager.query('DELETE FROM clan_members WHERE username = ?', [username])
    if (linked) await relink(manager, username)
  })
}
