import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import type { PostgresAddress } from '../../../src/harness/target/address.ts'
import { withConnection } from '../../../src/harness/target/postgres/connect.ts'
import { quoteIdentifier } from '../../../src/harness/vocabulary/quote-identifier.ts'

/**
 * Reads every value of tables, from the first row to the last, as plainly as a client can: COPY to the client, which
 * throws it away. No query in the server is as honest a scan: count(*) reads no value, and what a function need not read
 * of a value that is stored apart, it leaves there. COPY fetches and unpacks all of it, and builds no rows in between.
 * @returns the bytes that came
 */
export function scanTables(address: PostgresAddress, tables: readonly string[]): Promise<number> {
  return withConnection(address, async (client) => {
    let bytes = 0
    for (const table of tables) {
      const discarded = new Writable({
        write(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          done()
        },
      })
      await pipeline(client.query(copyTo(`COPY ${quoteIdentifier(table)} TO STDOUT`)), discarded)
    }
    return bytes
  })
}
