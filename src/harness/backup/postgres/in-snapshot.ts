import { openConnection } from '../../observation/postgres/open-connection.ts'
import type { PostgresConnection } from '../../observation/postgres/postgres-connection.ts'
import type { PostgresAddress } from '../../target/address.ts'

/** Lets the observer look at a database, at the moment that somebody else holds where one is named. */
export async function inSnapshot<T>(
  address: PostgresAddress,
  snapshot: string | null,
  look: (db: PostgresConnection) => Promise<T>,
): Promise<T> {
  const db = await openConnection(address)
  try {
    await db.all('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // The name is what the server has made of numbers; it takes no parameter here.
    if (snapshot !== null) await db.all(`SET TRANSACTION SNAPSHOT '${snapshot.replaceAll("'", "''")}'`)
    return await look(db)
  } finally {
    await db.close()
  }
}
