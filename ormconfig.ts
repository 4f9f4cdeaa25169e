import { join } from 'node:path'
import { ClanDataSource, type ClanDataSourceOptions } from './src/schema/clan-data-source.ts'
import { BossSnapshot } from './src/schema/entities/boss-snapshot.ts'
import { ClanMember } from './src/schema/entities/clan-member.ts'
import { DiscordMessage } from './src/schema/entities/discord-message.ts'
import { WomRecord } from './src/schema/entities/wom-record.ts'
import { WomSnapshot } from './src/schema/entities/wom-snapshot.ts'

const url = process.env.STAGEGATE_DATABASE_URL

/** A database of PostgreSQL where one is named, and otherwise a file of SQLite. */
const place: ClanDataSourceOptions =
  url === undefined || url === ''
    ? { type: 'better-sqlite3', database: process.env.STAGEGATE_DATABASE ?? 'clan_data.db' }
    : { type: 'postgres', url, applicationName: 'stagegate' }

/** The one export: TypeORM's command line takes the file only if there is no other data source in it. */
export const dataSource = new ClanDataSource({
  ...place,
  entities: [BossSnapshot, ClanMember, DiscordMessage, WomRecord, WomSnapshot],
  // From this file's own folder, so that a copy of it beside a copy of the schema runs that schema.
  migrations: [join(import.meta.dirname, 'src/schema/migrations/*.ts')],
  migrationsTransactionMode: 'each',
  synchronize: false,
})
