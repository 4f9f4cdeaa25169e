import type { PostgresAddress } from '../../target/address.ts'
import { withConnection } from '../../target/postgres/connect.ts'
import { countRows } from '../../target/postgres/copying/count-rows.ts'
import { refuseUnreadable } from '../../target/postgres/copying/refuse-unreadable.ts'
import { SOURCE_SETTINGS } from '../../target/postgres/copying/source-settings.ts'
import { shownTable, sourceTables } from '../../target/postgres/copying/source-tables.ts'
import { DATABASE_OPTION } from '../../target/postgres/url-option.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { DatabaseSize } from '../engine-backups.ts'

const NO_SUCH_DATABASE = '3D000'
const SESSION = { settings: SOURCE_SETTINGS, option: DATABASE_OPTION }

/**
 * Looks at a database through a session that writes nothing; null where the server has none of that name.
 * @throws StagegateError
 */
export async function lookAtDatabase(address: PostgresAddress): Promise<DatabaseSize | null> {
  try {
    return await withConnection(
      address,
      async (client) => {
        const tables = await sourceTables(client)
        refuseUnreadable(tables, address)
        const { rows } = await client.query<{ bytes: string }>(
          'SELECT pg_database_size(current_database())::text AS bytes',
        )
        const counts = [...(await countRows(client, tables))]
        return {
          bytes: Number(rows[0]?.bytes),
          tables: counts.map(([table, count]) => ({ name: shownTable(table), rows: Number(count) })),
        }
      },
      SESSION,
    )
  } catch (error) {
    if (codeBehind(error) === NO_SUCH_DATABASE) return null
    throw error
  }
}

function codeBehind(error: unknown): string | undefined {
  if (!(error instanceof StagegateError)) return undefined
  return (error.cause as { readonly code?: string } | undefined)?.code
}
