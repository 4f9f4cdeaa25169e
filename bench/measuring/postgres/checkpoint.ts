import type { PostgresAddress } from '../../../src/harness/target/address.ts'
import { withConnection } from '../../../src/harness/target/postgres/connect.ts'

/**
 * Lets the server write down what was changed before, so that it does not do so while something is timed. A user who may
 * not ask for that has to live with it.
 */
export function checkpoint(address: PostgresAddress): Promise<void> {
  return withConnection(address, async (client) => {
    const { rows } = await client.query<{ readonly may: boolean }>(
      "SELECT pg_has_role('pg_checkpoint', 'MEMBER') AS may",
    )
    if (rows[0]?.may) await client.query('CHECKPOINT')
  })
}
