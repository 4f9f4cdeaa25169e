import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import type { PostgresAddress } from '../../../src/harness/target/address.ts'
import { withConnection } from '../../../src/harness/target/postgres/connect.ts'
import type { AuthorLink } from './author-map.ts'

interface HandWritten {
  readonly recordedName: string
  readonly timestamp: number
  readonly sql: string
}

/** Migrations 4 to 6, each as one text of SQL and with what TypeORM would record of it. */
const MIGRATIONS: readonly HandWritten[] = [
  byHand('4-drop-unused-tables', 'DropUnusedTables', 1766397600000),
  byHand('5-add-missing-indexes', 'AddMissingIndexes', 1766421900000),
  byHand('6-normalize-user-ids', 'NormalizeUserIds', 1766426400000),
]

/**
 * Migrates a fixture as somebody would who writes SQL for this one database: no checks, no memory of what was before,
 * tables closed for as long as it takes. As safe as ours all the same: one transaction a migration.
 */
export function migrateByHand(address: PostgresAddress, authors: readonly AuthorLink[]): Promise<void> {
  return withConnection(address, async (client) => {
    await lendAuthorMap(client, authors)
    for (const { recordedName, timestamp, sql } of MIGRATIONS) {
      await client.query('BEGIN')
      await client.query(sql)
      await client.query('INSERT INTO migrations ("timestamp", name) VALUES ($1, $2)', [
        timestamp,
        recordedName,
      ])
      await client.query('COMMIT')
    }
  })
}

async function lendAuthorMap(client: ClientBase, authors: readonly AuthorLink[]): Promise<void> {
  await client.query('CREATE TEMP TABLE author_map (author_name text NOT NULL, user_id bigint NOT NULL)')
  await client.query('INSERT INTO author_map SELECT * FROM unnest($1::text[], $2::bigint[])', [
    authors.map(([name]) => name),
    authors.map(([, member]) => member),
  ])
  await client.query('ANALYZE author_map')
}

function byHand(file: string, name: string, timestamp: number): HandWritten {
  const sql = readFileSync(join(import.meta.dirname, `${file}.sql`), 'utf8')
  return { recordedName: `${name}${timestamp}`, timestamp, sql }
}
