import Database from 'better-sqlite3'
import type { Address } from '../../target/address.ts'
import { withConnection } from '../../target/postgres/connect.ts'

/** Sends statements through a connection of its own. Gives the rows of a query. */
export async function directQuery(address: Address, sql: string): Promise<readonly unknown[]> {
  if (address.engine === 'postgres') {
    return withConnection(address, async (client) => (await client.query(sql)).rows)
  }
  const file = new Database(address.file)
  try {
    if (/^SELECT/.test(sql)) return file.prepare(sql).all()
    file.exec(sql)
    return []
  } finally {
    file.close()
  }
}
