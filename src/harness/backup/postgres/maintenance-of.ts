import type { PostgresAddress } from '../../target/address.ts'
import { withConnection } from '../../target/postgres/connect.ts'
import { DATABASE_OPTION } from '../../target/postgres/url-option.ts'

/** Every server has them, unless somebody has dropped one. */
const USUAL = ['postgres', 'template1']

/**
 * Another database of the same server, from which orders about this one can be given.
 * @throws StagegateError where this user gets into none
 */
export async function maintenanceOf(address: PostgresAddress): Promise<PostgresAddress> {
  let refused: unknown
  for (const database of USUAL.filter((name) => name !== address.database)) {
    const other = { ...address, database }
    try {
      await withConnection(other, async (client) => client.query('SELECT 1'), { option: DATABASE_OPTION })
      return other
    } catch (error) {
      refused ??= error
    }
  }
  throw refused
}
