import type { PostgresAddress } from '../../target/address.ts'
import { shown } from '../../target/postgres/parse-url.ts'
import type { Server } from '../../target/postgres/server.ts'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { inUse } from './in-use.ts'
import { whoIsConnected } from './who-is-connected.ts'

const IN_USE = '55006'
const THERE_ALREADY = '42P04'

/**
 * Gives a database the name of another one, and that another name, as one: whoever asks for the name gets the one or
 * the other. The server refuses while somebody has either open.
 * @param before what the old one is called then; null where there is none
 * @throws StagegateError; both are called what they were
 */
export async function swapDatabases(
  server: Server,
  {
    from,
    to,
    before,
  }: { readonly from: string; readonly to: PostgresAddress; readonly before: string | null },
): Promise<void> {
  const name = quoteIdentifier(to.database)
  try {
    await server.transaction(async (client) => {
      if (before !== null) await client.query(`ALTER DATABASE ${name} RENAME TO ${quoteIdentifier(before)}`)
      await client.query(`ALTER DATABASE ${quoteIdentifier(from)} RENAME TO ${name}`)
    })
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    if (code === IN_USE) throw inUse(shown(to), await whoIsConnected(server, to.database), error)
    if (code !== THERE_ALREADY) throw notSwapped(to, message, error)
    throw new StagegateError({
      what: 'Somebody has made a database of that name meanwhile.',
      where: shown(to),
      next: 'Restore again: then a safety copy is kept of it.',
    })
  }
}

function notSwapped(to: PostgresAddress, message: string, cause: unknown): StagegateError {
  return new StagegateError(
    {
      what: `The database could not be replaced: ${message}.`,
      where: shown(to),
      cause: 'A user who does not own it, or may not create databases.',
      next: 'Name its owner, or an administrator, in the URL. Nothing has been changed.',
    },
    { cause },
  )
}
