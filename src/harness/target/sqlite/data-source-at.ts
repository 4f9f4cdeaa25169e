import { DataSource, type DataSourceOptions } from 'typeorm'

/** The same entities, migrations and options, on another file. */
export function dataSourceAt(template: DataSource, location: string): DataSource {
  const options = { ...template.options, database: location, migrationsRun: false, synchronize: false }
  return new DataSource(options as DataSourceOptions)
}
