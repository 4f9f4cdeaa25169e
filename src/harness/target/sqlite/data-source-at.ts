import type { DataSource, DataSourceOptions, Logger } from 'typeorm'

/**
 * The same kind of data source with the same entities, migrations and options, on another file. What it does is
 * recorded, not printed.
 */
export function dataSourceAt(template: DataSource, location: string): DataSource {
  const options = {
    ...template.options,
    database: location,
    migrationsRun: false,
    synchronize: false,
    logger: silent,
  }
  // A schema may bring a subclass, which reads and writes its values as plain TypeORM does not.
  const SameKind = template.constructor as new (options: DataSourceOptions) => DataSource
  return new SameKind(options as DataSourceOptions)
}

const silent: Logger = {
  logQuery() {},
  logQueryError() {},
  logQuerySlow() {},
  logSchemaBuild() {},
  logMigration() {},
  log() {},
}
