import type { DataSource, DataSourceOptions } from 'typeorm'

/** What is rehearsed, whatever engine it runs on. */
type MigratedOptions = Pick<
  DataSourceOptions,
  | 'entities'
  | 'migrations'
  | 'migrationsTransactionMode'
  | 'migrationsTableName'
  | 'namingStrategy'
  | 'metadataTableName'
>

/** The options of a data source that do not depend on its engine. */
export function migratedOptions({ options }: DataSource): Partial<MigratedOptions> {
  const { entities, migrations, migrationsTransactionMode, migrationsTableName, namingStrategy } = options
  const { metadataTableName } = options
  const taken = {
    entities,
    migrations,
    migrationsTransactionMode,
    migrationsTableName,
    namingStrategy,
    metadataTableName,
  }
  return Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined))
}
