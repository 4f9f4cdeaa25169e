import type { DataSource, DataSourceOptions } from 'typeorm'
import type { PostgresAddress } from '../address.ts'
import { migratedOptions } from '../migrated-options.ts'
import type { DataSourceAccess } from '../open-target.ts'
import { silentLogger } from '../silent-logger.ts'

/** The same kind of data source with the same entities and migrations, on a database of a server. */
export function dataSourceAt(
  template: DataSource,
  address: PostgresAddress,
  { readonly = false, logger = silentLogger }: DataSourceAccess = {},
): DataSource {
  const options = {
    ...migratedOptions(template),
    type: 'postgres',
    host: address.host,
    port: address.port,
    username: address.user,
    password: address.password,
    database: address.database,
    applicationName: 'stagegate',
    migrationsRun: false,
    synchronize: false,
    installExtensions: false,
    ...(readonly ? { extra: { options: '-c default_transaction_read_only=on' } } : {}),
    logger,
  }
  // A schema may bring a subclass, which reads and writes its values as plain TypeORM does not.
  const SameKind = template.constructor as new (options: DataSourceOptions) => DataSource
  return new SameKind(options as DataSourceOptions)
}
