import type { DataSource } from 'typeorm'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { PostgresAddress } from '../address.ts'
import { leases } from '../leases.ts'
import type { OpenTarget } from '../open-target.ts'
import { dataSourceAt } from './data-source-at.ts'
import { keptName } from './database-name.ts'
import { dropDatabase } from './drop-database.ts'
import { shown } from './parse-url.ts'
import type { Server } from './server.ts'

export interface DatabaseOptions {
  readonly database: string
  readonly template: DataSource
  readonly label: string
}

/** A database of our own on a server: dropped at the end, or left under another name. */
export function disposableTarget(server: Server, { database, template, label }: DatabaseOptions): OpenTarget {
  const address = { ...server.address, database }
  const kept = { ...address, database: keptName(label) }
  let keeps = false
  return {
    engine: 'postgres',
    location: shown(address),
    address,
    lease: leases(shown(address)),
    dataSource: (access) => dataSourceAt(template, address, access),
    keep() {
      keeps = true
      return shown(kept)
    },
    [Symbol.asyncDispose]: () =>
      keeps ? rename(server, database, kept.database) : dropDatabase(server, database),
  }
}

/** A database that is only looked at, however often it is opened. Whoever made it drops it. */
export function inspectedTarget(address: PostgresAddress, template: DataSource): OpenTarget {
  return {
    engine: 'postgres',
    location: shown(address),
    address,
    lease: leases(shown(address)),
    dataSource: (access) => dataSourceAt(template, address, { ...access, readonly: true }),
    keep: () => shown(address),
    async [Symbol.asyncDispose]() {},
  }
}

/** Nobody can have a database open while it gets another name. Done twice, it is done once. */
async function rename(server: Server, from: string, to: string): Promise<void> {
  await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [from])
  const there = await server.query('SELECT FROM pg_database WHERE datname = $1', [from])
  if (there.length > 0) {
    await server.query(`ALTER DATABASE ${quoteIdentifier(from)} RENAME TO ${quoteIdentifier(to)}`)
  }
}
