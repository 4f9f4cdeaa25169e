import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Server } from './server.ts'

/** Drops a database, whoever has it open, if it is there. */
export async function dropDatabase(server: Server, name: string): Promise<void> {
  const [found] = await server.query<{ template: boolean }>(
    'SELECT datistemplate AS template FROM pg_database WHERE datname = $1',
    [name],
  )
  if (found === undefined) return
  // A template is not dropped by mistake.
  if (found.template) await server.query(`ALTER DATABASE ${quoteIdentifier(name)} WITH IS_TEMPLATE false`)
  await server.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`)
}
