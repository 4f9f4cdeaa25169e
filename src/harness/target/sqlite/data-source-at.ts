import { DataSource, type DataSourceOptions, type Logger } from 'typeorm'

/** The same entities, migrations and options, on another file. What it does is recorded, not printed. */
export function dataSourceAt(template: DataSource, location: string): DataSource {
  const options = {
    ...template.options,
    database: location,
    migrationsRun: false,
    synchronize: false,
    logger: silent,
  }
  return new DataSource(options as DataSourceOptions)
}

const silent: Logger = {
  logQuery() {},
  logQueryError() {},
  logQuerySlow() {},
  logSchemaBuild() {},
  logMigration() {},
  log() {},
}
