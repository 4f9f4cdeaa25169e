import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { ClanDataSource, type ClanDataSourceOptions } from '../clan-data-source.ts'
import { BossSnapshot } from '../entities/boss-snapshot.ts'
import { ClanMember } from '../entities/clan-member.ts'
import { DiscordMessage } from '../entities/discord-message.ts'
import { WomRecord } from '../entities/wom-record.ts'
import { WomSnapshot } from '../entities/wom-snapshot.ts'

export type TransactionMode = 'all' | 'each' | 'none'

/**
 * The schema on a database, connected; its migrations in the order in which they run.
 * @param database an SQLite file, or the URL of a database of PostgreSQL
 */
export async function openSchema(database: string, mode: TransactionMode = 'each'): Promise<DataSource> {
  const options: ClanDataSourceOptions = {
    ...(/^postgres(?:ql)?:/.test(database)
      ? { type: 'postgres', url: database }
      : { type: 'better-sqlite3', database }),
    entities: [BossSnapshot, ClanMember, DiscordMessage, WomRecord, WomSnapshot],
    migrations: [join(import.meta.dirname, '../migrations/*.ts')],
    migrationsTransactionMode: mode,
    synchronize: false,
  }
  const dataSource = await new ClanDataSource(options).initialize()
  dataSource.migrations.sort((one, other) => timestampOf(one) - timestampOf(other))
  return dataSource
}

/** Runs the migrations up to this one, in the way that TypeORM runs them all. */
export async function migrateUpTo(
  dataSource: DataSource,
  name: string,
  mode: TransactionMode = 'each',
): Promise<void> {
  const all = [...dataSource.migrations]
  const last = all.findIndex((migration) => migration.constructor.name.replace(/\d+$/, '') === name)
  if (last < 0) throw new Error(`No migration is called ${name}`)
  dataSource.migrations.splice(last + 1)
  try {
    await dataSource.runMigrations({ transaction: mode })
  } finally {
    dataSource.migrations.splice(0, Number.POSITIVE_INFINITY, ...all)
  }
}

function timestampOf(migration: object): number {
  return Number(migration.constructor.name.slice(-13))
}
